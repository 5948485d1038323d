// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// The calculation behind a problem, step by step: the inner nodes of its expression tree.
///
/// Every result has to be a whole number from 1 to a million; a step that breaks this makes the
/// whole sheet unsound, and its problem is thrown away.
///
/// Operands are numbers of the story or earlier results, apart from 2 for the pairs of sides of a
/// rectangle, 7 for the days of a week, 60 for the minutes of an hour, 100 for percentages, and the
/// number of people whose ages are told.
struct Worksheet {
  private static let allowed = 1...1_000_000

  /// The operations in order, each after those whose results it needs.
  private(set) var steps: [Step] = []
  /// Whether every result is allowed and every division comes out even.
  private(set) var isSound = true

  mutating func sum(_ first: Int, _ second: Int) -> Int {
    keep(.sum, first, second, first + second)
  }

  mutating func difference(_ first: Int, _ second: Int) -> Int {
    keep(.difference, first, second, first - second)
  }

  mutating func product(_ first: Int, _ second: Int) -> Int {
    let (result, overflows) = first.multipliedReportingOverflow(by: second)
    return keep(.product, first, second, overflows ? 0 : result)
  }

  /// A division that has to come out even.
  mutating func quotient(_ first: Int, _ second: Int) -> Int {
    keep(.quotient, first, second, second > 0 && first % second == 0 ? first / second : 0)
  }

  /// How often the second number fits whole into the first.
  mutating func fullParts(_ first: Int, _ second: Int) -> Int {
    keep(.fullParts, first, second, second > 0 ? first / second : 0)
  }

  /// What full parts of the second number leave of the first, which has to be something.
  mutating func remainder(_ first: Int, _ second: Int) -> Int {
    keep(.remainder, first, second, second > 0 ? first % second : 0)
  }

  /// How many parts of the second number it takes to hold the first.
  mutating func partsNeeded(_ first: Int, _ second: Int) -> Int {
    keep(.partsNeeded, first, second, second > 0 ? (first + second - 1) / second : 0)
  }

  /// The sum of several numbers, one step for each after the first.
  mutating func total(_ numbers: [Int]) -> Int {
    numbers.dropFirst().reduce(numbers.first ?? 0) { sum($0, $1) }
  }

  /// Adds the steps of a sheet that goes on from here.
  mutating func append(_ other: Worksheet) {
    steps += other.steps
    isSound = isSound && other.isSound
  }

  private mutating func keep(
    _ operation: Operation, _ first: Int, _ second: Int, _ result: Int
  ) -> Int {
    steps.append(Step(operation: operation, first: first, second: second, result: result))
    if !Self.allowed.contains(result) { isSound = false }
    return isSound ? result : 1
  }
}

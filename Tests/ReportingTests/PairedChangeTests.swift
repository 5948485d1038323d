// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Reporting
import Testing

struct PairedChangeTests {
  /// How trials of one kind vary.
  enum Variation: CaseIterable {
    /// All items of a trial are right with a chance of one third, else none is.
    case allOrNone
    /// The share of right items is anything between 0 and 1.
    case anyShare
  }

  /// The outcomes of two optimizers on the same items, the change between them being tested.
  private func change(_ first: [[[Double]]], _ second: [[[Double]]]) throws -> PairedChange {
    let differences = zip(first, second).map { first, second in
      zip(first, second).map { zip($0, $1).map { $1 - $0 } }
    }
    var change = PairedChange(
      from: try #require(RateEstimate(ClusteredSample(matrices: first))),
      to: try #require(RateEstimate(ClusteredSample(matrices: second))),
      differences: ClusteredSample(matrices: differences), isSameState: false)
    change.holmPValue = change.pValue
    return change
  }

  /// Ten items for each task in so many trials.
  private func outcomes(
    _ tasks: Int, _ trials: Int, _ variation: Variation,
    _ generator: inout SimulationGenerator
  ) -> [[[Double]]] {
    (0..<tasks).map { _ in
      let columns = (0..<trials).map { _ -> [Double] in
        let share = Double.random(in: 0..<1, using: &generator)
        return (0..<10).map { _ in
          switch variation {
          case .allOrNone: share < 1.0 / 3 ? 1 : 0
          case .anyShare: Double.random(in: 0..<1, using: &generator) < share ? 1 : 0
          }
        }
      }
      return (0..<10).map { item in columns.map { $0[item] } }
    }
  }

  /// Tests over items reject half of these, because the items of a trial share its state.
  @Test(arguments: [(1, 3), (6, 3), (1, 10)], Variation.allCases)
  func equalOptimizersWhoseTrialsVaryAreRarelyToldApart(
    size: (tasks: Int, trials: Int), variation: Variation
  ) throws {
    var generator = SimulationGenerator(state: UInt64(10 * size.tasks + size.trials))
    var rejections = 0
    var exclusions = 0
    var marks = 0
    let count = 400
    for _ in 0..<count {
      let change = try change(
        outcomes(size.tasks, size.trials, variation, &generator),
        outcomes(size.tasks, size.trials, variation, &generator))
      if try #require(change.pValue) < 0.05 { rejections += 1 }
      if change.estimatedInterval?.excludes(0) ?? false { exclusions += 1 }
      if change.isSignificant { marks += 1 }
    }
    #expect(Double(rejections) / Double(count) <= 0.07)
    #expect(Double(exclusions) / Double(count) <= 0.08)
    #expect(marks <= min(rejections, exclusions))
  }

  private static let nothing = [[Double]](repeating: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], count: 20)

  /// All of the gain is that of two trials of ten: 2 / 2^2 by flips of whole trials.
  @Test func aGainOfFewTrialsIsNotOneOfManyItems() throws {
    let second = Self.nothing.map { _ in [1.0, 1, 0, 0, 0, 0, 0, 0, 0, 0] }
    let change = try change([Self.nothing], [second])
    #expect(change.gained == 40)
    #expect(change.pValue == 0.5)
    #expect(try #require(change.estimatedInterval).lower < 0)
    #expect(!change.isSignificant)
  }

  /// All of the gain is that of one item of twenty: repeating a trial tells nothing of other items.
  @Test func aGainOfOneItemIsNotOneOfManyTrials() throws {
    var second = Self.nothing
    second[3] = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]
    let change = try change([Self.nothing], [second])
    #expect(change.gained == 10)
    #expect(change.pValue == 1)
    #expect(!change.isSignificant)
  }

  @Test func aGainOfMostItemsInMostTrialsIsReal() throws {
    let second = (0..<20).map { item in (0..<10).map { (item + $0) % 4 == 0 ? 0.0 : 1 } }
    let change = try change([Self.nothing], [second])
    #expect(change.pValue == 2.0 / 1024)
    #expect(change.isSignificant)
  }

  /// Both the corrected probability and the interval have to allow it.
  @Test(arguments: [(1, 0.01, false), (15, 0.2, false), (15, 0.01, true)])
  func aMarkNeedsASmallProbabilityAndAnIntervalWithoutZero(
    gained: Int, holmPValue: Double, isSignificant: Bool
  ) throws {
    let first = [[Double]](repeating: [0], count: 20)
    var change = try change([first], [(0..<20).map { [$0 < gained ? 1 : 0] }])
    change.holmPValue = holmPValue
    #expect(change.isSignificant == isSignificant)
  }

  @Test func withOneTrialOfEachTaskItemsAreTested() throws {
    let first: [[[Double]]] = [[[0], [0], [0], [0], [1]], [[0], [0], [0]]]
    let second: [[[Double]]] = [[[1], [1], [1], [1], [0]], [[1], [1], [1]]]
    // Seven gained and one lost: 2 (1 + 8) / 2^8.
    #expect(abs(try #require(try change(first, second).pValue) - 18.0 / 256) < 1e-12)
  }
}

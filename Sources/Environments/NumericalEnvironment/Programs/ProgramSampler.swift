// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Draws arithmetic programs as the paper's experiment did, bit for bit (Cheng, Nie and
/// Swaminathan, 2024, section 5.1; the published sampler with one input and no logic).
package struct ProgramSampler: Sendable, Hashable {
  /// The numbers that constants and the hidden goal are drawn from.
  package static let numbers = [-3, -2, -1, 1, 2, 3]

  /// The number of lines of each program.
  package let lineCount: Int
  /// The most constants that one program draws.
  package let constantLimit: Int

  /// Creates a sampler.
  ///
  /// - Parameters:
  ///   - lineCount: At least 1.
  ///   - constantLimit: At least 1.
  package init(lineCount: Int, constantLimit: Int) {
    precondition(lineCount > 0 && constantLimit > 0, "a program has lines and constants")
    self.lineCount = lineCount
    self.constantLimit = constantLimit
  }

  /// A program with its hidden goal, and where it leaves Python's generator.
  package struct Sample: Sendable {
    /// The seed that it was drawn with.
    package let seed: Int
    /// The program.
    package let program: ArithmeticProgram
    /// The input whose output is the target.
    package let goalInput: Int
    /// Python's generator after the program's draws; the published experiment takes the seed of
    /// its next program from it.
    package let draws: PythonDraws
  }

  /// The program of a seed.
  ///
  /// - Parameter seed: From 0 to 4,294,967,295.
  /// - Returns: The same program on every machine.
  /// - Complexity: O(*n*²) in the number of lines.
  package func sample(seed: Int) -> Sample {
    var drawing = Drawing(
      python: PythonDraws(seed: UInt32(seed)), numPy: NumPyDraws(seed: UInt32(seed)))
    let lines = (0..<lineCount).map { _ in drawing.line(constantLimit: constantLimit) }
    return Sample(
      seed: seed,
      program: ArithmeticProgram(lines: lines),
      goalInput: Self.goalInput(seed: seed),
      draws: drawing.python
    )
  }

  /// The goal is drawn after the five letters of a name that the published sampler gives it.
  private static func goalInput(seed: Int) -> Int {
    var draws = PythonDraws(seed: UInt32(seed))
    draws.skipUnits(5)
    return numbers[draws.integer(in: 0...numbers.count - 1)]
  }
}

/// The state of drawing one program.
private struct Drawing {
  var python: PythonDraws
  var numPy: NumPyDraws
  var inputs: [ArithmeticProgram.Operand] = [.input]
  var constants: [Int] = []

  mutating func line(constantLimit: Int) -> ArithmeticProgram.Line {
    let takesTwoInputs = numPy.unit() >= 0.5 && inputs.count >= 2
    let chosen = numPy.distinctIndices(takesTwoInputs ? 2 : 1, weights: inputWeights)
    let first = inputs[chosen[0]]
    let second: ArithmeticProgram.Operand
    var operations = ArithmeticOperation.allCases
    if takesTwoInputs {
      second = inputs[chosen[1]]
    } else {
      let constant = constant(limit: constantLimit)
      if constant <= 0 { operations.removeAll { $0 == .divide } }
      second = .constant(constant)
    }
    let operation = operations[numPy.index(below: operations.count)]
    inputs.append(.result(inputs.count - 1))
    return ArithmeticProgram.Line(operation, first, second)
  }

  /// Later results are favoured, each *e* times as much as the one before it.
  private var inputWeights: [Double] { inputs.indices.map { exp(Double($0)) } }

  private mutating func constant(limit: Int) -> Int {
    let isNew = numPy.unit() < 1 - Double(min(constants.count, limit)) / Double(limit)
    if isNew {
      constants.append(ProgramSampler.numbers[python.integer(in: 0...5)])
    }
    return constants[numPy.firstOfShuffled(constants.count)]
  }
}

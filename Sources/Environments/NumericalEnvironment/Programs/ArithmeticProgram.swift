// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// A straight-line program of one input (Cheng, Nie and Swaminathan, 2024, section 5.1).
///
/// Each line combines two operands; the last line's result is the output.
package struct ArithmeticProgram: Sendable, Hashable {
  /// What a line computes with.
  package enum Operand: Sendable, Hashable {
    /// The input of the program.
    case input
    /// The result of an earlier line, counted from 0.
    case result(Int)
    /// A whole number.
    case constant(Int)
  }

  /// One operation.
  package struct Line: Sendable, Hashable {
    /// What is done.
    package let operation: ArithmeticOperation
    /// The left operand.
    package let first: Operand
    /// The right operand.
    package let second: Operand

    /// Creates a line.
    package init(_ operation: ArithmeticOperation, _ first: Operand, _ second: Operand) {
      self.operation = operation
      self.first = first
      self.second = second
    }
  }

  /// The lines in order.
  package let lines: [Line]

  /// Creates a program.
  ///
  /// - Parameter lines: At least one; results are used only by later lines.
  package init(lines: [Line]) {
    precondition(!lines.isEmpty, "a program has at least one line")
    self.lines = lines
  }

  /// The output for an input.
  ///
  /// - Complexity: O(*n*) in the number of lines.
  package func output<Scalar: ArithmeticScalar>(for input: Scalar) -> Scalar {
    var results: [Scalar] = []
    results.reserveCapacity(lines.count)
    var last = input
    for line in lines {
      func value(_ operand: Operand) -> Scalar {
        switch operand {
        case .input: input
        case .result(let index): results[index]
        case .constant(let number): Scalar(constant: Double(number))
        }
      }
      last = line.operation(value(line.first), value(line.second))
      results.append(last)
    }
    return last
  }

  /// The output with its derivative with respect to the input.
  ///
  /// - Complexity: O(*n*) in the number of lines.
  package func slope(at input: Double) -> DualNumber {
    output(for: DualNumber(input, derivative: 1))
  }
}

extension ArithmeticProgram: CustomStringConvertible {
  /// One line of text for each line of the program, such as `v1 = x + 2`.
  package var description: String {
    lines.enumerated().map { index, line in
      "v\(index) = \(line.first) \(line.operation.rawValue) \(line.second)"
    }.joined(separator: "\n")
  }
}

extension ArithmeticProgram.Operand: CustomStringConvertible {
  /// The operand as it is written in a line.
  package var description: String {
    switch self {
    case .input: "x"
    case .result(let index): "v\(index)"
    case .constant(let number): String(number)
    }
  }
}

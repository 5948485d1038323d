// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

extension Worksheet {
  /// One operation with its two operands and its result.
  struct Step: Sendable, Hashable {
    let operation: Operation
    let first: Int
    let second: Int
    let result: Int
  }

  /// What a step does with its operands.
  enum Operation: Sendable, Hashable {
    case sum, difference, product
    /// A division that comes out even.
    case quotient
    /// A division that is rounded down.
    case fullParts
    /// What a division that is rounded down leaves.
    case remainder
    /// A division that is rounded up.
    case partsNeeded
  }
}

extension Worksheet.Step {
  /// The step as a line of an answer of GSM8K, such as `12 * 3 = <<12*3=36>>36`.
  ///
  /// Between the marks stands what GSM8K's calculator reads: signs that it allows, of which Python
  /// makes the result. Divisions that are rounded are written with `//`, and said in words before
  /// the mark: `100 / 7, rounded down = <<100//7=14>>14`, `100 / 7, rounded up = <<-(-100//7)=15>>15`
  /// and `remainder of 100 / 7 = <<100-100//7*7=2>>2`.
  var line: String { "\(words) = <<\(expression)=\(result)>>\(result)" }

  private var words: String {
    switch operation {
    case .sum: "\(first) + \(second)"
    case .difference: "\(first) - \(second)"
    case .product: "\(first) * \(second)"
    case .quotient: "\(first) / \(second)"
    case .fullParts: "\(first) / \(second), rounded down"
    case .remainder: "remainder of \(first) / \(second)"
    case .partsNeeded: "\(first) / \(second), rounded up"
    }
  }

  private var expression: String {
    switch operation {
    case .sum: "\(first)+\(second)"
    case .difference: "\(first)-\(second)"
    case .product: "\(first)*\(second)"
    case .quotient: "\(first)/\(second)"
    case .fullParts: "\(first)//\(second)"
    case .remainder: "\(first)-\(first)//\(second)*\(second)"
    case .partsNeeded: "-(-\(first)//\(second))"
    }
  }
}

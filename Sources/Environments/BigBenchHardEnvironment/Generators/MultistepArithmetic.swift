// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets

/// Two groups of four small integers to add, subtract and multiply, with an operation between them.
struct MultistepArithmetic: ScalableGenerator {
  /// The numbers that groups are made of.
  private static let numbers = -9...9
  /// Groups with values beyond these are drawn anew, so that all values fit 64 bits.
  private static let values = -1_000_000_000...1_000_000_000

  /// Numbers in each group, at least 1.
  private let groupSize: Int

  let task = BigBenchHardTask.multistepArithmeticTwo
  let balancedAnswers: [String] = []

  init(_ difficulty: Difficulty) {
    groupSize =
      switch difficulty {
      case .published: 4
      case .hard: 8
      case .hardest: 16
      }
  }

  func makeItem(wanting answer: String?, from stream: inout SeededStream) -> GeneratedItem? {
    guard let left = group(&stream) else { return nil }
    let operation = stream.element(of: Operation.allCases)
    guard let right = group(&stream) else { return nil }
    let value = operation.apply(left.value, right.value)
    return GeneratedItem(
      input: "((\(left.text)) \(operation.rawValue) (\(right.text))) =",
      target: String(value)
    )
  }

  private enum Operation: String, CaseIterable {
    case plus = "+"
    case minus = "-"
    case times = "*"

    func apply(_ left: Int, _ right: Int) -> Int {
      switch self {
      case .plus: left + right
      case .minus: left - right
      case .times: left * right
      }
    }
  }

  /// A sum of products: each product is closed when the next operation is no multiplication.
  private func group(_ stream: inout SeededStream) -> (text: String, value: Int)? {
    var product = stream.integer(in: Self.numbers)
    var text = String(product)
    var sum = 0
    for _ in 1..<groupSize {
      let operation = stream.element(of: Operation.allCases)
      let number = stream.integer(in: Self.numbers)
      text += " \(operation.rawValue) \(number)"
      switch operation {
      case .times:
        product *= number
      case .plus, .minus:
        sum += product
        product = operation.apply(0, number)
      }
      guard Self.values.contains(product) else { return nil }
    }
    return Self.values.contains(sum + product) ? (text, sum + product) : nil
  }
}

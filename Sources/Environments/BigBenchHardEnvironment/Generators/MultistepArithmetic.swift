// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets

/// Two groups of four small integers to add, subtract and multiply, with an operation between them.
struct MultistepArithmetic: BigBenchHardGenerator {
  /// Numbers in each group, at least 1.
  var groupSize = 4
  /// The numbers that groups are made of.
  var numbers = -9...9

  let task = BigBenchHardTask.multistepArithmeticTwo
  let balancedAnswers: [String] = []

  func makeItem(wanting answer: String?, from stream: inout SeededStream) -> GeneratedItem? {
    let left = group(&stream)
    let operation = stream.element(of: Operation.allCases)
    let right = group(&stream)
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
  private func group(_ stream: inout SeededStream) -> (text: String, value: Int) {
    var product = stream.integer(in: numbers)
    var text = String(product)
    var sum = 0
    for _ in 1..<groupSize {
      let operation = stream.element(of: Operation.allCases)
      let number = stream.integer(in: numbers)
      text += " \(operation.rawValue) \(number)"
      switch operation {
      case .times:
        product *= number
      case .plus, .minus:
        sum += product
        product = operation.apply(0, number)
      }
    }
    return (text, sum + product)
  }
}

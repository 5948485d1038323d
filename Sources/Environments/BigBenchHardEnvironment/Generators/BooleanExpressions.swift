// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets

/// Expressions of `True`, `False`, `not`, `and`, `or` and parentheses to evaluate.
///
/// They are drawn from the grammar of Python's precedence, so that the value of the derivation is
/// the value of the text. A parenthesis counts as a token.
struct BooleanExpressions: ScalableGenerator {
  /// Tokens of each expression, at least 1.
  private let tokenCount: Int

  let task = BigBenchHardTask.booleanExpressions
  let balancedAnswers = ["True", "False"]

  init(_ difficulty: Difficulty) {
    tokenCount =
      switch difficulty {
      case .published: 8
      case .hard: 17
      case .hardest: 34
      }
  }

  func makeItem(wanting answer: String?, from stream: inout SeededStream) -> GeneratedItem? {
    let expression = disjunction(tokenCount, &stream)
    return GeneratedItem(input: expression.text + " is", target: Self.word(expression.value))
  }

  private struct Expression {
    let text: String
    let value: Bool
  }

  private static func word(_ value: Bool) -> String { value ? "True" : "False" }

  private func disjunction(_ tokens: Int, _ stream: inout SeededStream) -> Expression {
    guard tokens >= 3, stream.chance(45) else { return conjunction(tokens, &stream) }
    let width = stream.integer(in: 1...tokens - 2)
    let left = conjunction(width, &stream)
    let right = disjunction(tokens - 1 - width, &stream)
    return Expression(text: "\(left.text) or \(right.text)", value: left.value || right.value)
  }

  private func conjunction(_ tokens: Int, _ stream: inout SeededStream) -> Expression {
    guard tokens >= 3, stream.chance(45) else { return negation(tokens, &stream) }
    let width = stream.integer(in: 1...tokens - 2)
    let left = negation(width, &stream)
    let right = conjunction(tokens - 1 - width, &stream)
    return Expression(text: "\(left.text) and \(right.text)", value: left.value && right.value)
  }

  private func negation(_ tokens: Int, _ stream: inout SeededStream) -> Expression {
    if tokens == 1 {
      let value = stream.chance(50)
      return Expression(text: Self.word(value), value: value)
    }
    if tokens == 2 || stream.chance(50) {
      let operand = negation(tokens - 1, &stream)
      return Expression(text: "not \(operand.text)", value: !operand.value)
    }
    let inner = disjunction(tokens - 2, &stream)
    return Expression(text: "( \(inner.text) )", value: inner.value)
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets
import QuestionAnswering

/// A way to score answers to items that the user brought; the raw value is its name.
package enum UserRule: String, Sendable, Hashable, CaseIterable {
  /// The answer is the target, but for white space around either.
  case exact
  /// The words are the target's, whatever their case, punctuation and articles.
  case normalized
  /// The last option letter in parentheses, or the letter that is the whole answer, is the
  /// target's.
  case choice
  /// The last number in the answer equals the target's.
  case number
  /// The target's words stand in the answer one after the other, compared as by `normalized`.
  case contains

  /// What the rule does, in a few words.
  package var summary: String {
    switch self {
    case .exact: "the answer is the target, but for white space around it"
    case .normalized: "as exact, whatever the case, punctuation and articles"
    case .choice: "the last option letter, such as (B), is the target's"
    case .number: "the last number equals the target's"
    case .contains: "the target's words stand in the answer"
    }
  }

  /// The rule itself.
  var rule: any AnswerRule {
    switch self {
    case .exact:
      return ExtractionRule(rawValue, reference: TextForms.trimmed) { TextForms.trimmed($0) }
    case .normalized:
      return ExtractionRule(rawValue, reference: ShortAnswerForm.official) {
        ShortAnswerForm.official($0)
      }
    case .choice:
      return ExtractionRule(rawValue, reference: { TextForms.letter($0) ?? "" }) {
        TextForms.letter($0)
      }
    case .number:
      return ExtractionRule(rawValue, reference: { TextForms.number($0) ?? "" }) {
        TextForms.number($0)
      }
    case .contains: return ContainedWordsRule()
    }
  }

  /// Why a target cannot be reached by the rule, or nil when it can.
  func fault(of target: String) -> String? {
    switch self {
    case .exact: nil
    case .normalized, .contains:
      ShortAnswerForm.official(target).isEmpty ? "has no words, which '\(rawValue)' compares" : nil
    case .choice: TextForms.letter(target) == nil ? "is no option such as (B) or B" : nil
    case .number:
      TextForms.isNumber(target) ? nil : "is no number such as 12 or -1,234.5 and nothing else"
    }
  }
}

private struct ContainedWordsRule: AnswerRule {
  let name = UserRule.contains.rawValue

  func isCorrect(_ answer: String?, for example: Example) -> Bool {
    guard let answer else { return false }
    let said = ShortAnswerForm.official(answer)
    let target = ShortAnswerForm.official(example.target)
    return " \(said) ".contains(" \(target) ")
  }
}

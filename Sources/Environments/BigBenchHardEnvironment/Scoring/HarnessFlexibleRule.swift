// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import Datasets

/// `flexible-extract` of the tasks `bbh_cot_zeroshot` of lm-evaluation-harness: the last thing in
/// the response that has the form of the task's answers.
package struct HarnessFlexibleRule: AnswerRule {
  private let kind: AnswerKind

  /// Creates the rule for a form of answers.
  package init(_ kind: AnswerKind) { self.kind = kind }

  package var name: String { "lm-eval-flexible" }
  package var reads: AnswerRuleInput { .response }

  package func isCorrect(_ answer: String?, for example: Example) -> Bool {
    guard let answer, let found = self.answer(in: answer, for: example) else { return false }
    return HarnessForm.compared(found) == HarnessForm.compared(example.target)
  }

  package func answer(in text: String, for example: Example) -> String? {
    switch kind {
    case .trueOrFalse: last(/\b(?:True|False)\b/, in: text)
    case .yesOrNo, .lowercaseYesOrNo: last(/\b(?:Yes|No|yes|no)\b/, in: text)
    case .validOrInvalid: last(/\b(?:valid|invalid)\b/, in: text)
    case .integer: last(/[-0-9]+/, in: text) ?? HarnessNumber.last(in: text)
    case .option: HarnessOptions(example.input).answer(in: text)
    case .brackets: last(/\ (["\ \[(<{}>)\]]+)/, in: text)
    case .words: sortedWords(in: text, to: example.input)
    }
  }

  private func last(_ pattern: Regex<Substring>, in text: String) -> String? {
    let matches = text.matches(
      of: pattern.matchingSemantics(.unicodeScalar).wordBoundaryKind(.simple))
    return matches.last.map { HarnessForm.trimmed($0.0.unicodeScalars) }
  }

  private func last(_ pattern: Regex<(Substring, Substring)>, in text: String) -> String? {
    let matches = text.matches(of: pattern.matchingSemantics(.unicodeScalar))
    let found = matches.last.map { HarnessForm.trimmed($0.1.unicodeScalars) }
    return found.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The words of the question's list as the response names them last, in that order.
  private func sortedWords(in text: String, to question: String) -> String? {
    guard let list = question.ranges(of: "List:").first else { return nil }
    let rest = question[list.upperBound...]
    let end = rest.ranges(of: "List:").first?.lowerBound ?? rest.endIndex
    let words = rest[..<end].split(whereSeparator: \.isWhitespace).map(String.init)
    var seen: Set<String> = []
    var found: [String] = []
    for word in WordRuns.occurrences(of: words, in: text).reversed()
    where seen.insert(word).inserted {
      found.append(word)
    }
    return found.isEmpty ? nil : found.reversed().joined(separator: " ")
  }
}

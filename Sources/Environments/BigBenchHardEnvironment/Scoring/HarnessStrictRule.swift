// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import Datasets

/// `strict-match` of the tasks `bbh_cot_zeroshot` of lm-evaluation-harness.
///
/// The answer is what follows the first phrase such as `The answer is ` on its line, but for the
/// line's last character, which the pattern takes to be a full stop.
package struct HarnessStrictRule: AnswerRule {
  private static let phrases = [
    "The answer is ", "the answer is ", "The answer: ", "The final answer: ",
  ].map { Array($0.unicodeScalars) }

  /// Creates the rule.
  package init() {}

  package var name: String { "lm-eval-strict" }
  package var reads: AnswerRuleInput { .response }

  package func isCorrect(_ answer: String?, for example: Example) -> Bool {
    guard let answer, let found = self.answer(in: answer, for: example) else { return false }
    return HarnessForm.compared(found) == HarnessForm.compared(example.target)
  }

  package func answer(in text: String, for example: Example) -> String? {
    let scalars = Array(text.unicodeScalars)
    for place in scalars.indices
    where Self.phrases.contains(where: { scalars[..<place].hasSuffix($0) }) {
      let line = scalars[place...].prefix { $0 != "\n" }
      guard !line.isEmpty else { continue }
      let found = HarnessForm.trimmed(line.dropLast())
      return found.isEmpty ? nil : found
    }
    return nil
  }
}

extension ArraySlice<Unicode.Scalar> {
  fileprivate func hasSuffix(_ suffix: [Unicode.Scalar]) -> Bool {
    count >= suffix.count && self.suffix(suffix.count).elementsEqual(suffix)
  }
}

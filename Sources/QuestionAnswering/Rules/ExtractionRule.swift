// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import Datasets

/// A rule that takes an answer out of a text and compares it with the target as text.
package struct ExtractionRule: AnswerRule {
  package let name: String
  package let reads: AnswerRuleInput
  private let extract: @Sendable (String) -> String?
  private let reference: @Sendable (String) -> String
  private let fallback: String?

  /// Creates a rule.
  ///
  /// - Parameters:
  ///   - name: A short name for tables.
  ///   - reads: What the rule has to be given.
  ///   - fallback: What the published code takes for the answer when it finds none; nil when
  ///     nothing found is always wrong.
  ///   - reference: The form of a target that answers are compared with.
  ///   - extract: The answer in a text in the same form, or nil when there is none.
  package init(
    _ name: String, reads: AnswerRuleInput = .answer, fallback: String? = nil,
    reference: @escaping @Sendable (String) -> String,
    extract: @escaping @Sendable (String) -> String?
  ) {
    self.name = name
    self.reads = reads
    self.fallback = fallback
    self.reference = reference
    self.extract = extract
  }

  /// The answer in a text, or nil when there is none.
  package func answer(in text: String) -> String? { extract(text) }

  package func answer(in text: String, for example: Example) -> String? { extract(text) }

  package func isCorrect(_ answer: String?, for example: Example) -> Bool {
    guard let answer, let found = extract(answer) ?? fallback else { return false }
    // Python compares code points, where equal strings of Swift may differ in how accents are written.
    return found.utf8.elementsEqual(reference(example.target).utf8)
  }
}

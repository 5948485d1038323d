// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import Datasets
import QuestionAnswering

/// The rule of the Trace paper's BBH experiment.
///
/// When the target names an option, the last option letter in the answer must be the target's;
/// otherwise the answer must equal the target exactly, with no trimming and no change of case. An
/// exception, or an answer that is not text, is wrong.
package struct PaperRule: AnswerRule {
  /// Creates the rule.
  package init() {}

  package var name: String { "paper" }

  package func isCorrect(_ answer: String?, for example: Example) -> Bool {
    guard let answer else { return false }
    guard OptionLetters.last(in: example.target) != nil else { return answer == example.target }
    return OptionLetters.last(in: answer) == example.target
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets
import QuestionAnswering

/// Trace-Bench's rule for HotpotQA: the target stands somewhere in the response, in any context.
struct ContainmentRule: AnswerRule {
  var name: String { "trace-bench" }

  func answer(in text: String, for example: Example) -> String? {
    contains(example.target, in: text) ? example.target : nil
  }

  func isCorrect(_ answer: String?, for example: Example) -> Bool {
    answer.map { contains(example.target, in: $0) } ?? false
  }

  private func contains(_ target: String, in response: String) -> Bool {
    ShortAnswerForm.traceBench(response).contains(ShortAnswerForm.traceBench(target))
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import QuestionAnswering

/// A task of the suite; all but the first exist only as generated problems.
package enum GSM8KTask: String, Hashable, QuestionTask {
  /// Problems of one to eight steps, as often as GSM8K has them.
  case wordProblems = "word_problems"
  /// Problems of one or two steps.
  case shortProblems = "short_problems"
  /// Problems of five to eight steps.
  case longProblems = "long_problems"
  /// Problems with a number that has nothing to do with the question.
  case distractingProblems = "distracting_problems"
  /// Pairs of problems of five to eight steps, of which the second needs the answer to the first.
  case composedProblems = "composed_problems"

  package static var published: GSM8KTask { .wordProblems }

  package var summary: String {
    switch self {
    case .wordProblems: "solve word problems of one to eight steps"
    case .shortProblems: "solve word problems of one or two steps"
    case .longProblems: "solve word problems of five to eight steps"
    case .distractingProblems: "solve word problems that mention a number of no use"
    case .composedProblems: "solve pairs of word problems, the second with the answer to the first"
    }
  }
}

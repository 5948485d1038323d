// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import QuestionAnswering

/// A task of the suite; all but the first exist only as generated questions.
package enum MultiHopTask: String, Hashable, QuestionTask {
  /// Questions of both kinds, as often as HotpotQA has them.
  case twoHop = "two_hop_questions"
  /// Questions whose first passage leads to the second.
  case bridge = "bridge_questions"
  /// Questions that compare two things.
  case comparison = "comparison_questions"

  package static var published: MultiHopTask { .twoHop }

  package var summary: String {
    switch self {
    case .twoHop: "answer questions that need two passages of an encyclopedia"
    case .bridge: "answer questions whose first passage leads to the second"
    case .comparison: "answer questions that compare two things"
    }
  }
}

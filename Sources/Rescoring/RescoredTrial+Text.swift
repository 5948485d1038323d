// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Reporting
import TrialRecords

extension RescoredTrial {
  /// The headings of ``commaSeparatedLines``.
  static let heading =
    "suite,task,data,optimizer,settings,model,seed,state,item,rule,correct,answer\n"

  /// One line for each test item, state and rule with what the rule takes for the answer, which is
  /// empty where it finds none: neither questions nor whole responses.
  ///
  /// - Complexity: O(*n*) in the length of all answers.
  var commaSeparatedLines: String {
    let place = [
      trial.suite, trial.task, trial.dataLabel, trial.optimizer, trial.optimizerSettings,
      trial.model, String(trial.seed),
    ]
    let states = [("initial", initial), ("selected", selected)]
    return states.flatMap { state, verdicts in
      zip(ruleNames, verdicts).flatMap { rule, verdicts in
        verdicts.map { verdict in
          let fields = [
            state, verdict.item, rule, verdict.isCorrect ? "1" : "0", verdict.answer ?? "",
          ]
          return (place + fields).map(CSVFormat.field).joined(separator: ",") + "\n"
        }
      }
    }.joined()
  }
}

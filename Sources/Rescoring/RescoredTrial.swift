// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets
import QuestionAnswering
import TrialRecords

/// A complete trial with every test answer scored by every rule of its suite.
struct RescoredTrial {
  let trial: TrialRecord
  let groups: TaskGroups
  /// The names of the rules, the one that scored the trial first.
  let ruleNames: [String]
  /// For each rule the verdicts on the first state, by item in a fixed order.
  let initial: [[Verdict]]
  /// The same for the state that validation chose.
  let selected: [[Verdict]]

  /// What a rule makes of an answer to an item; the answer is nil when the rule finds none.
  typealias Verdict = (item: String, isCorrect: Bool, answer: String?)

  init(
    _ trial: TrialRecord, groups: TaskGroups, rules: [any AnswerRule], initial: [ScoredAnswer],
    selected: [ScoredAnswer]
  ) {
    func verdicts(_ answers: [ScoredAnswer]) -> [[Verdict]] {
      rules.map { rule in
        answers.map {
          let (isCorrect, answer) = $0.verdict(by: rule)
          return ($0.example.id, isCorrect, answer)
        }
      }
    }
    self.trial = trial
    self.groups = groups
    ruleNames = rules.map(\.name)
    self.initial = verdicts(initial)
    self.selected = verdicts(selected)
  }
}

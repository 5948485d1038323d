// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import TrialRecords

/// Every scored run of a workflow as comma-separated values: which item, what was answered, and its
/// score with the sign of the task, as in tables, without the question and the feedback.
package enum AnswerTable {
  /// The line of headings.
  package static let heading =
    "suite,task,data,optimizer,settings,model,seed,split,phase,step,item,outcome,measure,"
    + "measure_is_cost,score,answer\n"

  /// The lines of a trial, in the sequence of its evaluations.
  ///
  /// - Parameters:
  ///   - trial: The trial.
  ///   - evaluations: Its evaluations.
  /// - Returns: One line for each; a missing score is empty.
  /// - Complexity: O(*n*) in the length of all answers.
  package static func lines(of trial: TrialRecord, _ evaluations: [EvaluationRecord]) -> String {
    let place = [
      trial.suite, trial.task, trial.dataLabel, trial.optimizer, trial.optimizerSettings,
      trial.model, String(trial.seed),
    ]
    let measure = ProtocolFacts(trial.protocolSettings).measure
    return evaluations.map { row in
      let score = row.score.map { "\(measure.shown($0))" } ?? ""
      let fields =
        place + [row.split.rawValue, row.phase.rawValue, String(row.step), row.exampleID]
        + [row.outcome.rawValue, measure.name, String(measure.isCost), score, row.answer]
      return fields.map(CSVFormat.field).joined(separator: ",") + "\n"
    }.joined()
  }
}

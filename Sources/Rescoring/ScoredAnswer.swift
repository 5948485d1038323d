// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets
import TrialRecords

/// A stored answer of the test split with what a rule may look at.
struct ScoredAnswer: Sendable {
  /// The item that was asked.
  let example: Example
  /// What the workflow returned; nil when it raised an exception or returned no text.
  let answer: String?
  /// The whole response of the last model call; nil when the model was not asked.
  let response: String?

  /// Whether a rule accepts the answer, and what it takes for the answer; nil when it finds none.
  func verdict(by rule: any AnswerRule) -> (isCorrect: Bool, answer: String?) {
    let text =
      switch rule.reads {
      case .answer: answer
      case .response: response
      }
    return (rule.isCorrect(text, for: example), text.flatMap { rule.answer(in: $0, for: example) })
  }
}

extension ScoredAnswer {
  /// The answers of a phase on the test split; those without a score, because the model failed,
  /// are left out as in every table.
  ///
  /// - Parameters:
  ///   - phase: Which state was tested.
  ///   - evaluations: All rows of a trial.
  ///   - calls: All model calls of the trial.
  ///   - examples: The items by name.
  ///   - rule: The rule that scored the trial.
  /// - Returns: The answers in the order of the rows.
  static func answers(
    in phase: EvaluationRecord.Phase, of evaluations: [EvaluationRecord],
    calls: [ModelCallRecord], examples: [String: Example], scoredBy rule: any AnswerRule
  ) -> [ScoredAnswer] {
    var responses: [Int: (index: Int, text: String)] = [:]
    for call in calls where call.role == .task {
      guard let sequence = call.sequence, let text = call.answer else { continue }
      let (owner, index) = sequence.quotientAndRemainder(
        dividingBy: ModelCallRecord.placesPerOwner)
      if let known = responses[owner], known.index > index { continue }
      responses[owner] = (index, text)
    }
    return evaluations.compactMap { row in
      guard row.split == .test, row.phase == phase, row.score != nil,
        let example = examples[row.exampleID]
      else { return nil }
      // A text in which the trial's rule finds no answer is a text all the same; what else has no
      // answer was an exception or no text.
      let isText =
        switch row.outcome {
        case .exception: false
        case .invalidAnswer: !rule.findsAnswer(in: row.answer, for: example)
        default: true
        }
      return ScoredAnswer(
        example: example, answer: isText ? row.answer : nil,
        response: responses[row.sequence]?.text)
    }
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import OPTO
import Training
import TrialRecords

/// Writes what happens in one trial as rows, each in a commit of its own.
struct TrialRecorder: Sendable {
  let trialID: TrialRecord.ID
  let specification: TrialSpecification
  let store: TrialStore
  let onEvent: @Sendable (RunEvent) -> Void

  /// Keeps an event.
  ///
  /// - Throws: `StoreError`.
  func record(_ event: TrialEvent) async throws {
    switch event {
    case .evaluated(let place, let evaluation):
      try await keep(row(at: place, evaluation), state: place.values)
    case .evaluationFailed(let place, let example, let message):
      try await keep(row(at: place, failed: example, message), state: place.values)
    case .proposed(let step, let before, let proposal):
      let row = self.row(step: step, before: before, proposal)
      try await store.append(
        row, states: [StateRecord(before), StateRecord(proposal.values)])
      onEvent(.proposed(specification, row))
    case .proposalFailed(let step, let before, let message):
      let row = StepRecord(
        trialID: trialID, index: step, outcome: .modelError, beforeDigest: before.digest,
        afterDigest: before.digest, proposal: (["error": .string(message)] as JSONValue).text)
      try await store.append(row, states: [StateRecord(before)])
      onEvent(.proposed(specification, row))
    }
  }

  private func keep(_ row: EvaluationRecord, state: ParameterValues) async throws {
    try await store.append(row, states: [StateRecord(state)])
    onEvent(.evaluated(specification, row))
  }

  private func row(at place: EvaluationEvent, _ evaluation: Evaluation) -> EvaluationRecord {
    let assessment = evaluation.assessment
    let failed = assessment.outcome == .exception
    return EvaluationRecord(
      trialID: trialID, sequence: place.sequence, step: place.step, split: .init(place.split),
      phase: .init(place.phase), exampleID: evaluation.example.rawValue,
      stateDigest: place.values.digest, outcome: .init(assessment.outcome),
      score: assessment.score, answer: evaluation.answer, feedback: assessment.feedback,
      error: failed ? evaluation.answer : nil)
  }

  private func row(
    at place: EvaluationEvent, failed example: ExampleID, _ message: String
  ) -> EvaluationRecord {
    EvaluationRecord(
      trialID: trialID, sequence: place.sequence, step: place.step, split: .init(place.split),
      phase: .init(place.phase), exampleID: example.rawValue, stateDigest: place.values.digest,
      outcome: .modelError, score: nil, error: message)
  }

  private func row(step: Int, before: ParameterValues, _ proposal: Proposal) -> StepRecord {
    let changed = proposal.values.names.filter { proposal.values[$0] != before[$0] }
    let values = changed.map { name in
      JSONValue.Member(name, proposal.values[name]?.jsonValue ?? .null)
    }
    let rejections = proposal.rejections.map { rejection -> JSONValue in
      ["parameter": .string(rejection.parameter), "reason": .string(rejection.reason)]
    }
    var content = [
      JSONValue.Member("reasoning", .string(proposal.reasoning)),
      JSONValue.Member("changed", .object(values)),
    ]
    if !proposal.trials.isEmpty {
      content.append(JSONValue.Member("tried", .array(proposal.trials.map(Self.json))))
    }
    return StepRecord(
      trialID: trialID, index: step, outcome: .init(proposal.outcome),
      beforeDigest: before.digest, afterDigest: proposal.values.digest,
      proposal: JSONValue.object(content).text,
      rejections: JSONValue.array(rejections).text, answerPath: proposal.answerPath)
  }

  private static func json(_ trial: Proposal.Trial) -> JSONValue {
    func json(_ score: Double?) -> JSONValue { score.map { .real($0) } ?? .null }
    return [
      "state": .string(trial.values.digest.shortHex), "batch": json(trial.batch),
      "validation": json(trial.validation), "verdict": .string(trial.verdict),
    ]
  }
}

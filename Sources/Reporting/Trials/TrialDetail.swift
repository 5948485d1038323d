// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import CanonicalJSON
package import TrialRecords

/// All that was stored of one trial, with its texts.
package struct TrialDetail: Sendable {
  /// The trial.
  package let trial: TrialRecord
  /// Its evaluations in their sequence.
  package let evaluations: [EvaluationRecord]
  /// Its steps in their order.
  package let steps: [StepRecord]
  /// Its model calls.
  package let calls: [ModelCallRecord]
  /// The parameter values of its states, as JSON text.
  package let states: [ContentDigest: String]
  /// What its scores mean.
  let measure: ScoreMeasure

  /// Creates a detail from rows.
  package init(
    trial: TrialRecord, evaluations: [EvaluationRecord], steps: [StepRecord],
    calls: [ModelCallRecord], states: [ContentDigest: String]
  ) {
    self.trial = trial
    self.evaluations = evaluations
    self.steps = steps
    self.calls = calls
    self.states = states
    measure = ProtocolFacts(trial.protocolSettings).measure
  }

  /// Reads a trial from a store.
  ///
  /// - Throws: `StoreError`.
  package init(_ trial: TrialRecord, from store: TrialStore) async throws {
    let steps = try await store.steps(of: trial.id)
    let ends = [trial.initialStateDigest, trial.selectedStateDigest].compactMap(\.self)
    var states: [ContentDigest: String] = [:]
    for digest in steps.flatMap({ [$0.beforeDigest, $0.afterDigest] }) + ends
    where states[digest] == nil {
      states[digest] = try await store.state(digest)?.values
    }
    self.init(
      trial: trial, evaluations: try await store.evaluations(of: trial.id), steps: steps,
      calls: try await store.modelCalls(of: trial.id), states: states)
  }

  /// The calls that an evaluation or a step made, in their order.
  ///
  /// - Complexity: O(*n*) in the calls of the trial.
  func calls(_ role: ModelCallRecord.Role, of owner: Int) -> [ModelCallRecord] {
    calls.filter { call in
      call.role == role && call.sequence.map { $0 / ModelCallRecord.placesPerOwner } == owner
    }
  }
}

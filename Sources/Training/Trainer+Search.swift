// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import OPTO

extension Trainer {
  /// Queries the first training example until its target is reached or nothing more may be spent.
  ///
  /// One proposal follows each query, and the next query is made with what was proposed, also after
  /// an exception (Cheng, Nie and Swaminathan, 2024, appendix C.2). The best state by training score
  /// is the one that is tested.
  mutating func search(_ values: inout ParameterValues) async throws -> StopReason {
    let examples = schedule.examples(of: oracle.problem, in: .train, seed: seed)
    guard let example = examples.first else { return .examplesExhausted }
    while true {
      let (evaluation, signal) = try await query(example, with: values)
      if !searched.contains(values) { searched.append(values) }
      let score = evaluation.assessment.score
      if best.map({ $0.score < score }) ?? true {
        checkpoints = [Checkpoint(values: values, score: score)]
      }
      if evaluation.assessment.outcome == .correct { return .targetReached }
      guard mayContinue else { return .budgetExhausted }
      let proposal = try await step(from: signal, on: [example])
      if proposal.outcome == .terminated { return .terminated }
      values = proposal.values
    }
  }
}

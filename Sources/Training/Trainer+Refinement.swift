// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import OPTO

extension Trainer {
  /// Queries the first training example again and again, each time with what was proposed last, and
  /// lets the states vote.
  ///
  /// The selected state is the first of those that gave the answer that most queries gave
  /// (Yuksekgonul et al., 2024, section 3.2, where it is called majority voting); a state that is
  /// queried twice votes twice, and where no answer can be read that is a vote for none. No score
  /// has a part in it. The course ends when an assessment says that the target is reached, which
  /// those of a problem that does not look at the answer never say.
  mutating func refine(_ values: inout ParameterValues) async throws -> StopReason {
    let examples = schedule.examples(of: oracle.problem, in: .train, seed: seed)
    guard let example = examples.first else { return .examplesExhausted }
    var votes = Votes()
    while true {
      let (evaluation, signal) = try await query(example, with: values)
      if !searched.contains(values) { searched.append(values) }
      votes.add(oracle.problem.vote(of: evaluation.answer), by: values)
      checkpoints = votes.winner.map { [Checkpoint(values: $0, score: 0)] } ?? []
      if evaluation.assessment.outcome == .correct { return .targetReached }
      guard mayContinue else { return .budgetExhausted }
      let proposal = try await step(from: signal, on: [example])
      if proposal.outcome == .terminated { return .terminated }
      values = proposal.values
    }
  }
}

/// Answers in the order in which they were given, and who gave each first.
private struct Votes {
  private var tallies: [(answer: String?, count: Int, values: ParameterValues)] = []

  mutating func add(_ answer: String?, by values: ParameterValues) {
    if let known = tallies.firstIndex(where: { $0.answer == answer }) {
      tallies[known].count += 1
    } else {
      tallies.append((answer, 1, values))
    }
  }

  /// The first state with the answer that was given most often; of equally frequent ones the answer
  /// that was given first.
  var winner: ParameterValues? {
    let most = tallies.map(\.count).max()
    return tallies.first { $0.count == most }?.values
  }
}

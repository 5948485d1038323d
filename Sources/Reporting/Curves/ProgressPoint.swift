// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import TrialRecords

/// A moment of a trial at which it is known how good its state was.
package struct ProgressPoint: Sendable, Hashable {
  /// Optimizer steps taken before it.
  package let step: Int
  /// Evaluations of the trial's training up to and with it.
  package let evaluations: Int
  /// Model calls of the trial up to and with it.
  package let calls: Int
  /// Tokens of the trial up to and with it.
  package let tokens: Int
  /// The score, higher being better; nil when it is not finite or there is none.
  package let score: Double?
  /// How the evaluation ended; correct for several when all of them are.
  package let outcome: EvaluationRecord.Outcome
  /// The share of test examples, other than those of training, on which the state reached the
  /// target; nil when it was not tested on any.
  package let heldOut: Double?

  /// Creates a point.
  package init(
    step: Int, evaluations: Int, calls: Int, tokens: Int, score: Double?,
    outcome: EvaluationRecord.Outcome, heldOut: Double? = nil
  ) {
    self.step = step
    self.evaluations = evaluations
    self.calls = calls
    self.tokens = tokens
    self.score = score
    self.outcome = outcome
    self.heldOut = heldOut
  }

  /// The queries of a search.
  static func queries(
    in outcomes: [EvaluationOutcome], _ calls: [OwnedCallTotal]
  ) -> [ProgressPoint] {
    var spending = ProgressSpending(calls)
    let queries = outcomes.filter { $0.phase == .training }
    let trained = Set(queries.map(\.exampleID))
    let tests = Dictionary(
      grouping: outcomes.filter { $0.split == .test && !trained.contains($0.exampleID) },
      by: \.stateDigest)
    return queries.enumerated().map { index, outcome in
      let spent = spending.spent(upTo: outcome.sequence, step: outcome.step)
      return ProgressPoint(
        step: outcome.step, evaluations: index + 1, calls: spent.calls, tokens: spent.tokens,
        score: outcome.finiteScore, outcome: outcome.outcome,
        heldOut: tests[outcome.stateDigest].map { rows in
          Double(rows.count { $0.outcome == .correct }) / Double(rows.count)
        })
    }
  }

  /// The states that were validated, each with its mean score; nil for one with a missing score.
  static func validations(
    in outcomes: [EvaluationOutcome], _ calls: [OwnedCallTotal]
  ) -> [ProgressPoint] {
    var spending = ProgressSpending(calls)
    var points: [ProgressPoint] = []
    // States that are tested on their way have chosen nothing.
    var rest = outcomes.filter { $0.split != .test }[...]
    while let first = rest.first(where: { $0.phase == .checkpoint }) {
      let group = rest.drop { $0.phase != .checkpoint }.prefix {
        $0.phase == .checkpoint && $0.stateDigest == first.stateDigest
      }
      rest = rest[group.endIndex...]
      let scores = group.compactMap(\.finiteScore)
      let last = group.last?.sequence ?? first.sequence
      let spent = spending.spent(upTo: last, step: first.step)
      points.append(
        ProgressPoint(
          step: first.step, evaluations: last + 1, calls: spent.calls, tokens: spent.tokens,
          score: scores.count == group.count
            ? scores.reduce(0, +) / Double(scores.count) : nil,
          outcome: group.allSatisfy { $0.outcome == .correct } ? .correct : .incorrect))
    }
    return points
  }
}

extension EvaluationOutcome {
  /// The score, or nil when there is none or it is not finite.
  var finiteScore: Double? { score.flatMap { $0.isFinite ? $0 : nil } }
}

/// What a trial had spent on models at each of its evaluations, asked for in their order.
private struct ProgressSpending {
  private var task: ArraySlice<OwnedCallTotal>
  private var optimizer: ArraySlice<OwnedCallTotal>
  private var calls = 0
  private var tokens = 0

  init(_ totals: [OwnedCallTotal]) {
    task = totals.filter { $0.role == .task }.sorted { $0.owner < $1.owner }[...]
    optimizer = totals.filter { $0.role == .optimizer }.sorted { $0.owner < $1.owner }[...]
  }

  mutating func spent(upTo sequence: Int, step: Int) -> (calls: Int, tokens: Int) {
    while let next = task.first, next.owner <= sequence {
      add(next)
      task.removeFirst()
    }
    while let next = optimizer.first, next.owner < step {
      add(next)
      optimizer.removeFirst()
    }
    return (calls, tokens)
  }

  private mutating func add(_ total: OwnedCallTotal) {
    calls += total.calls
    tokens += total.tokens
  }
}

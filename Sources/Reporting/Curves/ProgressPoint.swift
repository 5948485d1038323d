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
  /// US dollars that the trial's model calls cost up to and with it; nil when a price is not known.
  package let money: Double?
  /// The score, higher being better; nil when it is not finite or there is none.
  package let score: Double?
  /// How the evaluation ended; correct for several when all of them are.
  package let outcome: EvaluationRecord.Outcome
  /// The share of test examples, other than those of training, on which the state reached the
  /// target; nil when it was not tested on any.
  package let heldOut: Double?

  /// Creates a point.
  package init(
    step: Int, evaluations: Int, calls: Int, tokens: Int, money: Double? = nil, score: Double?,
    outcome: EvaluationRecord.Outcome, heldOut: Double? = nil
  ) {
    self.step = step
    self.evaluations = evaluations
    self.calls = calls
    self.tokens = tokens
    self.money = money
    self.score = score
    self.outcome = outcome
    self.heldOut = heldOut
  }

  /// The queries of a search.
  static func queries(of trial: TrialRecord, in rows: RowsByTrial) -> [ProgressPoint] {
    let outcomes = rows.outcomes(of: trial)
    var spending = ProgressSpending(of: trial, in: rows)
    let queries = outcomes.filter { $0.phase == .training }
    let trained = Set(queries.map(\.exampleID))
    let tests = Dictionary(
      grouping: outcomes.filter { $0.split == .test && !trained.contains($0.exampleID) },
      by: \.stateDigest)
    return queries.enumerated().map { index, outcome in
      let spent = spending.spent(upTo: outcome.sequence, step: outcome.step)
      return ProgressPoint(
        step: outcome.step, evaluations: index + 1, calls: spent.calls, tokens: spent.tokens,
        money: spent.money, score: outcome.finiteScore, outcome: outcome.outcome,
        heldOut: tests[outcome.stateDigest].map { rows in
          Double(rows.count { $0.outcome == .correct }) / Double(rows.count)
        })
    }
  }

  /// The states that were validated, each with its mean score; nil for one with a missing score.
  static func validations(of trial: TrialRecord, in rows: RowsByTrial) -> [ProgressPoint] {
    let outcomes = rows.outcomes(of: trial)
    var spending = ProgressSpending(of: trial, in: rows)
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
          money: spent.money,
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
  private typealias Item = (total: OwnedCallTotal, money: Double?)

  private var task: ArraySlice<Item>
  private var optimizer: ArraySlice<Item>
  private var calls = 0
  private var tokens = 0
  private var money: Double? = 0

  init(of trial: TrialRecord, in rows: RowsByTrial) {
    let items = rows.ownedCalls(of: trial).sorted { $0.owner < $1.owner }
      .map { Item($0, rows.cost(of: $0, in: trial)) }
    task = items.filter { $0.total.role == .task }[...]
    optimizer = items.filter { $0.total.role == .optimizer }[...]
  }

  mutating func spent(
    upTo sequence: Int, step: Int
  ) -> (calls: Int, tokens: Int, money: Double?) {
    while let next = task.first, next.total.owner <= sequence {
      add(next)
      task.removeFirst()
    }
    while let next = optimizer.first, next.total.owner < step {
      add(next)
      optimizer.removeFirst()
    }
    return (calls, tokens, money)
  }

  private mutating func add(_ item: Item) {
    calls += item.total.calls
    tokens += item.total.tokens
    money = money.flatMap { sum in item.money.map { sum + $0 } }
  }
}

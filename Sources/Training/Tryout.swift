// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import OPTO

/// Proposals of one step that are compared with each other and with the present values.
struct Tryout {
  /// How good values are by the two kinds of evidence; nil where it was not gathered.
  struct Evidence {
    var batch: Double?
    var validation: Double?

    /// Whether this is not worse by either kind, as far as both are known.
    func isNotWorse(than other: Evidence) -> Bool {
      Self.compare(batch, other.batch) { $0 >= $1 }
        && Self.compare(validation, other.validation) { $0 >= $1 }
    }

    /// Whether this is better by one kind and not worse by the other.
    func isBetter(than other: Evidence) -> Bool {
      isNotWorse(than: other) && total > other.total
    }

    /// The sum of both kinds.
    var total: Double { (batch ?? 0) + (validation ?? 0) }

    private static func compare(
      _ first: Double?, _ second: Double?, _ holds: (Double, Double) -> Bool
    ) -> Bool {
      guard let first, let second else { return true }
      return holds(first, second)
    }
  }

  let step: Int
  let scope: TrialScope
  let rule: ProposalRule
  /// The signal from which the proposals were made.
  let signal: TrainingSignal
  /// The training examples of the signal.
  let batch: [ExampleID]
  /// How good the present values are, when the rule compares with them.
  var present: Evidence?
  /// What became of each proposal that was tried.
  private(set) var trials: [Proposal.Trial] = []
  private var best: (proposal: Proposal, evidence: Evidence)?

  init(
    step: Int, scope: TrialScope, rule: ProposalRule, signal: TrainingSignal, batch: [ExampleID]
  ) {
    self.step = step
    self.scope = scope
    self.rule = rule
    self.signal = signal
    self.batch = batch
  }

  /// Whether these values were tried in this step.
  func hasTried(_ values: ParameterValues) -> Bool {
    values == signal.values || trials.contains { $0.values == values }
  }

  /// Whether evidence from training examples alone refuses a proposal already.
  func refuses(_ evidence: Evidence) -> Bool {
    guard let present, rule.acceptance != .always else { return false }
    return !evidence.isNotWorse(than: Evidence(batch: present.batch, validation: nil))
  }

  /// Keeps the report on a proposal, and the proposal itself when it is the best so far.
  ///
  /// - Parameters:
  ///   - proposal: What was tried.
  ///   - evidence: How good it is.
  ///   - raises: Whether the workflow raises an exception with it.
  ///   - presentRaises: Whether it does so with the present values.
  mutating func add(
    _ proposal: Proposal, _ evidence: Evidence, raises: Bool, insteadOf presentRaises: Bool
  ) {
    let breaks = rule.repairsExceptions && raises && !presentRaises
    let isAccepted = !breaks && accepts(evidence)
    let isBest = isAccepted && (best.map { evidence.total > $0.evidence.total } ?? true)
    if isBest { best = (proposal, evidence) }
    let verdict =
      if breaks {
        "raises an exception"
      } else if isBest {
        "best so far"
      } else {
        isAccepted ? "another is as good" : "not accepted"
      }
    trials.append(
      Proposal.Trial(
        values: proposal.values, batch: evidence.batch, validation: evidence.validation,
        verdict: verdict))
  }

  private func accepts(_ evidence: Evidence) -> Bool {
    guard let present else { return true }
    return switch rule.acceptance {
    case .always: true
    case .notWorse: evidence.isNotWorse(than: present)
    case .better: evidence.isBetter(than: present)
    }
  }

  /// The values of the best proposal that was accepted.
  var accepted: ParameterValues? { best?.proposal.values }

  /// The proposal that the step ends with: the best that was accepted, else the present values.
  func result(of proposals: [Proposal]) -> Proposal {
    var result: Proposal
    if let best {
      result = best.proposal
    } else if trials.isEmpty {
      result = proposals.first { $0.outcome != .updated } ?? Self.unchanged(proposals, signal)
    } else {
      result =
        proposals.first { $0.outcome == .updated } ?? Proposal(.noChange, values: signal.values)
      let changed = signal.values.names.filter { result.values[$0] != signal.values[$0] }
      result.outcome = .rejected
      result.values = signal.values
      result.rejections.append(
        Proposal.Rejection(
          parameter: changed.joined(separator: ", "),
          reason: "none of \(trials.count) tried values was accepted: \(trials[0].verdict)"))
    }
    result.trials = trials
    return result
  }

  private static func unchanged(_ proposals: [Proposal], _ signal: TrainingSignal) -> Proposal {
    var result = proposals.first ?? Proposal(.noChange, values: signal.values)
    guard result.values != signal.values else { return result }
    result.outcome = .rejected
    result.values = signal.values
    result.rejections.append(
      Proposal.Rejection(parameter: "all", reason: "the budget was spent before it could be tried"))
    return result
  }
}

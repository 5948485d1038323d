// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// How a trainer takes an optimizer's proposals; what it costs to try them counts like any other
/// evaluation.
public struct ProposalRule: Sendable, Hashable, Codable {
  /// Which proposals take the place of the present values.
  public enum Acceptance: String, Sendable, Hashable, Codable, CaseIterable {
    /// Every proposal.
    case always
    /// Those that are not worse by any evidence.
    case notWorse = "not-worse"
    /// Those that are better by some evidence and not worse by any.
    case better

    /// How much is refused, for comparison with other rules.
    var strictness: Int {
      switch self {
      case .always: 0
      case .notWorse: 1
      case .better: 2
      }
    }
  }

  /// By which examples proposals are compared with each other and with the present values.
  public enum Evidence: String, Sendable, Hashable, Codable, CaseIterable {
    /// The training examples of the signal and those queried shortly before.
    case batch
    /// The validation examples.
    case validation
    /// Both: the training examples first, and validation for what is not refused by them.
    case both
  }

  /// Which proposals take the place of the present values.
  public var acceptance: Acceptance
  /// By which examples they are compared.
  public var evidence: Evidence
  /// How many training examples queried before belong to the evidence, beside those of the signal.
  public var recall: Int
  /// Whether a proposal is run on the signal's examples before it is taken, so that the optimizer
  /// can repair it once when the workflow raises an exception.
  public var repairsExceptions: Bool

  /// This rule, with acceptance and evidence of another one where that accepts less; where there
  /// are no validation examples, the evidence is the batch.
  ///
  /// - Parameters:
  ///   - other: A protocol's rule, if it has one.
  ///   - hasValidation: Whether there are validation examples.
  /// - Returns: The rule by which a trainer goes on.
  public func merged(with other: ProposalRule?, hasValidation: Bool) -> ProposalRule {
    var rule = self
    if let other, other.acceptance.strictness > acceptance.strictness {
      rule.acceptance = other.acceptance
      rule.evidence = other.evidence
    }
    if !hasValidation { rule.evidence = .batch }
    return rule
  }

  /// Creates a rule.
  public init(
    acceptance: Acceptance = .always, evidence: Evidence = .batch, recall: Int = 0,
    repairsExceptions: Bool = false
  ) {
    self.acceptance = acceptance
    self.evidence = evidence
    self.recall = recall
    self.repairsExceptions = repairsExceptions
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

public import OPTO

/// How a course with batches takes training examples and proposals.
public struct BatchSchedule: Sendable, Hashable, Codable {
  /// Training examples in one query, at least 1.
  public var size: Int
  /// By which rule proposals are taken from optimizers that have no stricter one of their own.
  public var rule: ProposalRule
  /// States that a search by priority explores in one round, at least 1.
  public var beam: Int
  /// The factor of the width of confidence bounds in a search by priority, at least 0.
  public var confidence: Double

  /// Creates a schedule.
  public init(
    size: Int, rule: ProposalRule = ProposalRule(), beam: Int = 1, confidence: Double = 1
  ) {
    self.size = max(1, size)
    self.rule = rule
    self.beam = max(1, beam)
    self.confidence = max(0, confidence)
  }
}

extension TrainingProtocol {
  /// Batches of three whose proposals are taken when they are better on the batch or on validation
  /// and worse on neither.
  public static let minibatch = batched(
    "minibatch", .minibatch,
    BatchSchedule(size: 3, rule: ProposalRule(acceptance: .better, evidence: .both)))

  /// GEPA (Agrawal et al., 2025, algorithm 1): batches of three; a state enters the pool when it is
  /// better than its parent on the batch.
  public static let gepa = batched(
    "gepa", .pareto,
    BatchSchedule(size: 3, rule: ProposalRule(acceptance: .better, evidence: .batch)))

  /// A search by upper confidence bounds (Auer, Cesa-Bianchi and Fischer, 2002): two states are
  /// explored with batches of three in each round, and every proposal enters the memory.
  public static let priority = batched("priority", .priority, BatchSchedule(size: 3, beam: 2))

  private static func batched(
    _ name: String, _ course: Course, _ batches: BatchSchedule
  ) -> TrainingProtocol {
    TrainingProtocol(
      name: name, course: course, batches: batches, trainCount: 15, validationCount: 10,
      testCount: 40, answerTokens: 256, proposalTokens: 1024, steps: 8, validatesEnds: true)
  }
}

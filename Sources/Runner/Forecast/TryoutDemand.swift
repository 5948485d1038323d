// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import OPTO
import Training

/// What trying the proposals of one update costs at most, beside the query that led to them.
struct TryoutDemand: Sendable, Hashable {
  /// How proposals are taken.
  private(set) var rule = ProposalRule()
  /// Proposals of one update.
  private(set) var proposals = 1

  /// Nothing: the one proposal of an update is taken as it is.
  init() {}

  /// Creates the demand of proposals by the optimizer's rule, or the protocol's where that is
  /// stricter.
  init(_ rule: ProposalRule, proposals: Int, schedule: TrainingProtocol) {
    self.rule = rule.merged(
      with: schedule.batches?.rule, hasValidation: schedule.validationCount != 0)
    self.proposals = max(1, proposals)
  }

  /// The most calls of the optimizer model for repairs.
  var repairs: Int { rule.repairsExceptions ? proposals : 0 }

  /// The most evaluations for one update.
  ///
  /// - Parameters:
  ///   - batch: Training examples of the update's signal.
  ///   - validation: Validation examples.
  /// - Returns: Their number; 0 where proposals are taken as they are.
  func evaluations(batch: Int, validation: Int) -> Int {
    guard rule.acceptance != .always || rule.repairsExceptions || proposals > 1 else { return 0 }
    var evidence = 0
    if rule.evidence != .validation { evidence += batch + rule.recall }
    if rule.evidence != .batch { evidence += validation }
    let present = rule.acceptance == .always ? 0 : evidence
    return present + proposals * (evidence + (rule.repairsExceptions ? 2 * batch : batch))
  }
}

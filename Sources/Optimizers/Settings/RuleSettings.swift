// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import OPTO

/// The settings of optimizers whose proposals can be tried before they are taken.
struct RuleSettings: Sendable {
  let accept: SettingKey<ProposalRule.Acceptance>
  let evidence: SettingKey<ProposalRule.Evidence>
  let recall: SettingKey<Int>
  let repair: SettingKey<Bool>

  /// Declares the settings with the rule that holds unless they are set.
  init(_ rule: ProposalRule = ProposalRule()) {
    accept = SettingKey(
      "accept", default: rule.acceptance,
      "which proposals take the place of the present values, by their scores on the evidence")
    evidence = SettingKey(
      "evidence", default: rule.evidence,
      "by which examples proposals are compared with each other and with the present values")
    recall = SettingKey(
      "recall", default: rule.recall, in: 0...1000,
      "training examples seen before that belong to the batch as evidence")
    repair = SettingKey(
      "repair", default: rule.repairsExceptions,
      "runs a proposal on its examples first and sends an exception back once")
  }

  var declarations: [SettingDeclaration] {
    [accept.declaration, evidence.declaration, recall.declaration, repair.declaration]
  }

  /// The rule that the settings make.
  func rule(_ settings: OptimizerSettings) -> ProposalRule {
    ProposalRule(
      acceptance: settings[accept], evidence: settings[evidence], recall: settings[recall],
      repairsExceptions: settings[repair])
  }
}

extension ProposalRule.Acceptance: SettingWord {}

extension ProposalRule.Evidence: SettingWord {}

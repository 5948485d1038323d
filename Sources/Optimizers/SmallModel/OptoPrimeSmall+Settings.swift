// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import OPTO

/// Which edits an optimizer for small models asks for.
enum SmallModelEdit: String, SettingWord {
  /// Most strategies add sentences to a text, some write it anew.
  case mixed
  /// Sentences are added, and what stands there is kept.
  case insert
  /// The text is written anew.
  case rewrite
}

/// Which parameters an optimizer for small models offers to its model.
enum SmallModelFocus: String, SettingWord {
  /// Texts, where there are any.
  case text
  /// Every variable in turn.
  case all
}

extension OptoPrimeSmall {
  static let candidates = SettingKey(
    "candidates", default: 3, in: 0...12, "proposals that the model is asked for in one step")
  static let patterns = SettingKey(
    "patterns", default: 2, in: 0...6,
    "general instructions that are tried in one step without asking the model")
  static let edit = SettingKey(
    "edit", default: SmallModelEdit.mixed, "whether texts get further sentences or are written anew"
  )
  static let focus = SettingKey(
    "focus", default: SmallModelFocus.text, "which variables are offered to the model")
  static let cases = SettingKey(
    "cases", default: 3, in: 1...10, "missed training examples that are shown with their feedback")
  static let strategies = SettingKey(
    "strategies", default: true, "asks for another kind of change with every proposal")
  static let brief = SettingKey(
    "brief", default: true, "words the problem in short instead of as OptoPrime's pseudo-program")
  static let prefix = SettingKey(
    "prefix", default: true, "puts what stays the same first, for a server's prefix cache")
  static let schema = SettingKey(
    "schema", default: true, "binds answers to a JSON schema, where the server can")
  static let rescue = SettingKey(
    "rescue", default: true, "puts back a placeholder that a rewritten text has lost")
  static let heat = SettingKey(
    "heat", default: 0.7, in: 0...2, "the temperature once every strategy was used")
  static let rules = RuleSettings(
    ProposalRule(acceptance: .better, evidence: .both, recall: 12, repairsExceptions: true))

  static let settings: [SettingDeclaration] =
    [
      candidates.declaration, patterns.declaration, edit.declaration, focus.declaration,
      cases.declaration, strategies.declaration, brief.declaration, prefix.declaration,
      schema.declaration, rescue.declaration, heat.declaration,
    ] + rules.declarations
}

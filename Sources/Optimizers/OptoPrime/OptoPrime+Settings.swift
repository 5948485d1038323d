// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import OPTO

extension OptoPrime {
  static let memory = SettingKey(
    "memory", default: 0, in: 0...1000, "earlier values shown with their feedback")
  static let masked = SettingKey(
    "masked", default: false,
    "leaves out code, documentation, inputs and others, as the paper's masked variant")
  static let mask = SettingKey<[OptoPrimeSection]>("mask", "further parts that are left out")
  static let format = SettingKey(
    "format", default: OptoPrimeFormat.json, "how values are written and answers asked for")
  static let schema = SettingKey(
    "schema", default: true,
    "binds JSON answers to the names and types of the variables, where the server can")
  static let headings = SettingKey(
    "headings", default: OptoPrimeHeadings.paper, "how the parts of the problem are headed")
  static let example = SettingKey("example", default: false, "shows a solved problem first")
  static let highlight = SettingKey(
    "highlight", default: false, "names the variables again at the end of the prompt")
  static let sampling = SamplingSettings(candidates: 1)
  static let rules = RuleSettings()

  static let settings: [SettingDeclaration] =
    [
      memory.declaration, masked.declaration, mask.declaration, format.declaration,
      schema.declaration, headings.declaration, example.declaration, highlight.declaration,
    ] + sampling.declarations + rules.declarations

  /// How the settings word a problem.
  static func style(_ settings: OptimizerSettings) -> OptoPrimeStyle {
    var masked = Set(settings[mask])
    if settings[Self.masked] { masked.formUnion(OptoPrimeSection.maskedInPaper) }
    return OptoPrimeStyle(
      format: settings[format], headings: settings[headings], masked: masked,
      showsExample: settings[example], namesVariables: settings[highlight])
  }
}

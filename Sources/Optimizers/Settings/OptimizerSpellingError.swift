// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// A text that names no optimizer with settings, in one sentence with the way out.
public struct OptimizerSpellingError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The sentence.
  public let description: String

  init(_ description: String) { self.description = description }

  static func unknownSetting(
    _ name: String, of optimizer: String, known: [String]
  ) -> OptimizerSpellingError {
    guard !known.isEmpty else {
      return OptimizerSpellingError("the optimizer '\(optimizer)' has no settings: name it alone")
    }
    return OptimizerSpellingError(
      "'\(name)' is no setting of '\(optimizer)': \(NearestName.hint(for: name, among: known))")
  }

  static func unusableValue(
    _ value: String?, of setting: SettingDeclaration, optimizer: String
  ) -> OptimizerSpellingError {
    let given = value.map { "not '\($0)'" } ?? "so write '\(setting.name)=' and the value"
    return OptimizerSpellingError(
      "the setting '\(setting.name)' of '\(optimizer)' takes \(setting.range), \(given)")
  }
}

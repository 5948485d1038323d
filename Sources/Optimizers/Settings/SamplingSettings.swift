// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// The settings of optimizers that ask their model for several proposals in one step.
struct SamplingSettings: Sendable {
  let candidates: SettingKey<Int>
  let temperature: SettingKey<Double>
  let heat: SettingKey<Double>

  /// Declares the settings with a number of proposals.
  init(candidates count: Int) {
    candidates = SettingKey(
      "candidates", default: count, in: 1...16,
      "proposals of one step, of which the best on the evidence is taken")
    temperature = SettingKey(
      "temperature", default: 0, in: 0...2, "the temperature of the first proposal of a step")
    heat = SettingKey(
      "heat", default: 0.9, in: 0...2,
      "the temperature of the last of several proposals; those between are evenly spaced")
  }

  var declarations: [SettingDeclaration] {
    [candidates.declaration, temperature.declaration, heat.declaration]
  }

  /// The temperatures of the proposals of one step.
  func temperatures(_ settings: OptimizerSettings) -> [Double] {
    let (count, first) = (settings[candidates], settings[temperature])
    let rise = count > 1 ? (settings[heat] - first) / Double(count - 1) : 0
    return (0..<count).map { first + rise * Double($0) }
  }
}

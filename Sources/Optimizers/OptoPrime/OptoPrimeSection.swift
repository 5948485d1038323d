// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// The parts of a problem as OptoPrime shows it, in their order.
enum OptoPrimeSection: String, SettingWord {
  case instruction, code, documentation, variables, constraints, inputs, others, outputs, feedback

  /// The parts that the paper's masked variant leaves out (Cheng, Nie and Swaminathan, 2024,
  /// section 5.1): what the program computes, beside its variables and its result.
  static let maskedInPaper: Set<OptoPrimeSection> = [.code, .documentation, .inputs, .others]

  /// The name with a capital.
  var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// The part of a data set that an example belongs to, which decides who may see it.
public enum DatasetSplit: String, Sendable, Hashable, Codable, CaseIterable {
  /// Seen by the optimizer through feedback.
  case train
  /// Chooses among states; never shown to an optimizer.
  case validation
  /// Scored once, on the initial and the selected state; never shown to an optimizer.
  case test
}

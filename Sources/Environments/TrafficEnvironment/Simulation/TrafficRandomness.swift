// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Whether drivers that could go either way are drawn or follow a fixed order.
package enum TrafficRandomness: Sendable, Hashable {
  /// The first of the most preferred goes; nothing is drawn.
  case deterministic
  /// Turns are drawn by preference and merges by priority, from this seed.
  case seeded(UInt32)
}

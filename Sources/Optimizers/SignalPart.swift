// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// A part of a training signal that an optimizer may read.
public enum SignalPart: String, Sendable, Hashable {
  /// The trace as a pseudo-program.
  case graph
  /// The feedback in words.
  case feedback
  /// The score of the training example.
  case score
  /// The exact derivatives of the score, where the problem knows them.
  case slopes
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Feedback that was given to one output.
struct BackwardPass: Sendable {
  let output: UInt32
  let feedback: String
}

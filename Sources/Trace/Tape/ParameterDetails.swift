// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// What a tape keeps of a parameter beside its value.
struct ParameterDetails: Sendable {
  var node: UInt32
  var summary: String
  var constraint: String?
}

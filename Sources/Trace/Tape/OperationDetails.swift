// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// What a tape keeps of the few operations that failed or that used more than their inputs.
struct OperationDetails: Sendable {
  /// The exception of an operation that failed.
  var exception: OperatorException?
  /// Nodes whose values the operation read although they were not among its inputs.
  var externalDependencies: [UInt32] = []
  /// Parameters that only the computation inside the operation depends on.
  var hiddenDependencies: [UInt32] = []
  /// The output of the computation inside the operation.
  var innerOutput: UInt32?
}

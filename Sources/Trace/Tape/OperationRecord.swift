// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// One operation about to be recorded.
struct OperationRecord: Sendable {
  /// One input: the name of the operation's parameter and what was given for it.
  typealias Input = (key: String, node: UInt32)

  var value: TraceValue
  var description: OperatorDescription
  /// The base of the output's name.
  var base: String
  var inputs: [Input]
  var traits: NodeTraits = []
  var details: OperationDetails?
}

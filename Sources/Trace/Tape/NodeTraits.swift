// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// What kind of node a row of a tape is, and what backward has to know of it.
struct NodeTraits: OptionSet, Sendable {
  let rawValue: UInt16

  /// The output of an operation; a node without it is a root.
  static let message = NodeTraits(rawValue: 1 << 0)
  /// A parameter, trainable or frozen.
  static let parameter = NodeTraits(rawValue: 1 << 1)
  /// A parameter that optimizers may change.
  static let trainable = NodeTraits(rawValue: 1 << 2)
  /// A parameter whose value is source text.
  static let code = NodeTraits(rawValue: 1 << 3)
  /// The output of an operation that failed.
  static let exception = NodeTraits(rawValue: 1 << 4)
  /// A parameter is among the node and its ancestors.
  static let dependsOnParameter = NodeTraits(rawValue: 1 << 5)
  /// The computation inside the operation used parameters that are not among its ancestors.
  static let expandable = NodeTraits(rawValue: 1 << 6)
  /// An expandable node is among the node and its ancestors.
  static let dependsOnExpandable = NodeTraits(rawValue: 1 << 7)
  /// Feedback went through the node and its graph was not retained.
  static let consumed = NodeTraits(rawValue: 1 << 8)

  /// What an operation takes over from its inputs.
  static let inherited: NodeTraits = [.dependsOnParameter, .dependsOnExpandable]

  /// Whether feedback that reaches the node can reach a parameter.
  var carriesFeedback: Bool { !isDisjoint(with: .inherited) }
}

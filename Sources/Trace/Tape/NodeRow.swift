// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// What a tape keeps of a node beside its value and its inputs, in 24 bytes.
struct NodeRow: Sendable {
  /// The base of the name, in the tape's name table.
  var base: UInt32
  /// The number that follows the base.
  var ordinal: UInt32
  /// One more than the largest level of an input; 0 for a root.
  var level: UInt32
  /// The operation of a message, or the place of a parameter's details; `NodeRow.noDetail` for a
  /// constant.
  var detail: UInt32
  /// Where the node's inputs begin among those of the tape; they end where the next node's begin.
  var firstInput: UInt32
  /// The kind of node.
  var traits: NodeTraits

  static let noDetail = UInt32.max
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// What an operation can be given: a node of a tape, or a plain value that becomes a constant.
public protocol TraceOperand: Sendable {
  /// The node or the plain value.
  var traceSource: TraceSource { get }
}

/// Where the value of an operand comes from.
public enum TraceSource: Sendable {
  /// A node of a tape.
  case node(TraceNode)
  /// A plain value, recorded as a constant named after the parameter it is given for.
  case value(TraceValue)
}

extension TraceNode: TraceOperand {
  /// The node itself.
  public var traceSource: TraceSource { .node(self) }
}

extension TraceValue: TraceOperand {
  /// The value itself.
  public var traceSource: TraceSource { .value(self) }
}

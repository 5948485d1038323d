// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// An operation of a workflow failed, and its failure is on the tape as a node.
///
/// Training goes on from here: feedback is given to ``node``, and ``fullFeedback`` says what to give.
public struct ExecutionError: Error, Sendable {
  /// The node that stands for the failed operation.
  public let node: TraceNode
  /// What went wrong.
  public let exception: OperatorException

  /// The type and message of the exception.
  public var simpleFeedback: String { exception.summary }

  /// The annotated source text when there is one, otherwise the type and message.
  public var fullFeedback: String { exception.comment ?? exception.summary }
}

extension ExecutionError: CustomStringConvertible {
  /// The name of the failed operation's node and what went wrong.
  public var description: String { "\(node.pythonName): \(exception.summary)" }
}

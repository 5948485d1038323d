// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// A failure of an operation that is the workflow's own fault, which becomes a node of the graph.
public struct OperatorException: Error, Sendable, Hashable {
  /// When an operation failed.
  public enum Stage: Sendable, Hashable {
    /// While it ran.
    case running
    /// Before it ran: its source text is no valid program.
    case compiling
  }

  /// The type of the exception, such as `ZeroDivisionError`.
  public let type: String
  /// What went wrong.
  public let message: String
  /// The source text with the message at the line that failed, when it is known.
  public let comment: String?
  /// When the operation failed.
  public let stage: Stage

  /// Creates an exception.
  ///
  /// - Parameters:
  ///   - type: The type of the exception, such as `ZeroDivisionError`.
  ///   - message: What went wrong.
  ///   - comment: The source text with the message at the line that failed.
  ///   - stage: When the operation failed; without it, decided by the type, since Python has three
  ///     types for source text that is no program.
  public init(type: String, message: String, comment: String? = nil, stage: Stage? = nil) {
    self.type = type
    self.message = message
    self.comment = comment
    let isSyntax = ["SyntaxError", "IndentationError", "TabError"].contains(type)
    self.stage = stage ?? (isSyntax ? .compiling : .running)
  }

  /// The type and the message, such as `(ZeroDivisionError) division by zero`.
  public var summary: String { "(\(type)) \(message)" }
}

extension OperatorException: CustomStringConvertible {
  /// The type and the message.
  public var description: String { summary }
}

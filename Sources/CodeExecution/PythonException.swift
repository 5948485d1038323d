// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// What code raised, told so that a language model can find the place.
package struct PythonException: Sendable, Hashable {
  /// The exception's class, with its module unless it is built in or of the code's own.
  package let type: String
  /// The exception as text; at most some 2000 characters.
  package let message: String
  /// The source with ` <--- (Type) message.` on the line that failed, and `(Type) message.` at its end.
  ///
  /// When a function of the source called another one that failed, each call has a block of its own:
  /// the whole source first, then the functions further in, with a blank line between them.
  package let annotatedSource: String
  /// The frames within the source as Python prints them.
  package let traceback: String
  /// The line of the source that failed, from 1, where there is one.
  package let line: Int?

  /// Creates a description of an exception.
  package init(
    type: String,
    message: String,
    annotatedSource: String,
    traceback: String,
    line: Int? = nil
  ) {
    self.type = type
    self.message = message
    self.annotatedSource = annotatedSource
    self.traceback = traceback
    self.line = line
  }

  /// An error that has no place in the source.
  init(type: String, message: String, source: String) {
    let lines = source.reversed().drop(while: \.isWhitespace).reversed()
    self.init(
      type: type,
      message: message,
      annotatedSource: "\(String(lines))\n(\(type)) \(message).",
      traceback: "\(type): \(message)\n"
    )
  }

  /// The type in parentheses and the message, as feedback quotes it.
  package var summary: String { message.isEmpty ? "(\(type))" : "(\(type)) \(message)" }
}

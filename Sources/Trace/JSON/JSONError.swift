// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Text that is not JSON, or not the JSON that was expected.
public struct JSONError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The line of the text, from 1; 0 when the text is JSON of another form.
  public let line: Int
  /// What is wrong, in one sentence.
  public let message: String

  init(line: Int = 0, _ message: String) {
    self.line = line
    self.message = message
  }

  /// The sentence, with the line when there is one.
  public var description: String { line > 0 ? "line \(line): \(message)" : message }
}

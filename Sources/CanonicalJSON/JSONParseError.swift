// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Says where and why a text is not JSON.
public struct JSONParseError: Error, Hashable, CustomStringConvertible {
  /// Bytes before the place of the error.
  public let offset: Int
  /// The line of the error, from 1.
  public let line: Int
  /// What was expected there.
  public let message: String

  /// One line with place and reason.
  public var description: String { "not JSON at line \(line), byte \(offset): \(message)" }
}

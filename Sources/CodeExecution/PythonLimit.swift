// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// A limit that a call hit.
package struct PythonLimit: Sendable, Hashable {
  /// Which limit.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Processor time.
    case cpuTime
    /// Time that passed.
    case wallTime
    /// Address space; the code did not catch the `MemoryError`.
    case memory
    /// What the code printed.
    case output
    /// The size of the returned value as JSON.
    case value
    /// Other processes, of which there may be none, or too many threads.
    case processes
    /// The size of a file.
    case fileSize
  }

  /// Which limit.
  package let kind: Kind
  /// One sentence that names the limit and its size.
  package let message: String
  /// Where the code was, where that is known; its `type` says what Python saw.
  package let exception: PythonException?

  /// Creates a description of a limit.
  package init(kind: Kind, message: String, exception: PythonException? = nil) {
    self.kind = kind
    self.message = message
    self.exception = exception
  }
}

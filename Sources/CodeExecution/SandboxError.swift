// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Says why the sandbox could not run code; what the code itself does is never such an error.
public struct SandboxError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What went wrong, so that a caller can decide what to do next.
  public struct Code: Sendable, Hashable, CustomStringConvertible {
    private enum Kind: String { case noInterpreter, unprotected, workerFailed, closed }

    private let kind: Kind

    /// The code's name.
    public var description: String { kind.rawValue }

    /// There is no Python interpreter that can be used.
    public static let noInterpreter = Code(kind: .noInterpreter)
    /// Nothing on this machine protects it from the code, and running unprotected is not allowed.
    public static let unprotected = Code(kind: .unprotected)
    /// A worker process ended or did not answer, also after a restart.
    public static let workerFailed = Code(kind: .workerFailed)
    /// The sandbox has been closed.
    public static let closed = Code(kind: .closed)
  }

  /// What went wrong.
  public let code: Code
  /// One sentence about it and, where there is one, the remedy.
  public let message: String

  /// Creates an error.
  package init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  /// The message.
  public var description: String { message }
}

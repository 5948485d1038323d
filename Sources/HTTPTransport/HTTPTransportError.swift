// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Says why a request got no complete answer.
package struct HTTPTransportError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What went wrong, so that a caller can decide what to do next.
  package struct Code: Sendable, Hashable, CustomStringConvertible {
    private enum Kind: String {
      case invalidRequest, nameNotResolved, connectionFailed, connectionLost, timedOut
      case responseTooLarge, untrusted, cancelled, shutDown, unknown
    }

    private let kind: Kind

    /// The code's name.
    package var description: String { kind.rawValue }

    /// The URL or the method cannot be used.
    package static let invalidRequest = Code(kind: .invalidRequest)
    /// The host's or the proxy's name has no address.
    package static let nameNotResolved = Code(kind: .nameNotResolved)
    /// No connection came about.
    package static let connectionFailed = Code(kind: .connectionFailed)
    /// The connection ended before the answer was complete.
    package static let connectionLost = Code(kind: .connectionLost)
    /// A time limit passed.
    package static let timedOut = Code(kind: .timedOut)
    /// The answer has more bytes than the request allows.
    package static let responseTooLarge = Code(kind: .responseTooLarge)
    /// The server's certificate could not be verified, or no secure connection came about.
    package static let untrusted = Code(kind: .untrusted)
    /// The task was cancelled; the transfer was aborted.
    package static let cancelled = Code(kind: .cancelled)
    /// The client was shut down.
    package static let shutDown = Code(kind: .shutDown)
    /// Anything else that libcurl reports.
    package static let unknown = Code(kind: .unknown)
  }

  /// What went wrong.
  package let code: Code
  /// One sentence about it, with the host but without the URL's query.
  package let message: String

  /// Creates an error.
  package init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  /// The message.
  package var description: String { message }
}

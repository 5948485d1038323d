// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

public import CanonicalJSON

/// Says why a model gave no answer; it never contains a key.
public struct LanguageModelError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What went wrong, so that a caller can decide what to do next.
  public struct Code: Sendable, Hashable, CustomStringConvertible {
    private enum Kind: String {
      case rateLimited, quotaExhausted, refused, malformed, transport, timedOut, unauthorized
      case outOfScript, missingReplay, serverFailed, invalidRequest, cancelled, contextExceeded
      case notReady, budgetExhausted
    }

    private let kind: Kind

    private init(kind: Kind) { self.kind = kind }

    /// Reads a code's name, or gives nil when there is no such code.
    package init?(_ name: String) {
      guard let kind = Kind(rawValue: name) else { return nil }
      self.kind = kind
    }

    /// The code's name.
    public var description: String { kind.rawValue }

    /// Too many requests or tokens for the provider, also after waiting.
    public static let rateLimited = Code(kind: .rateLimited)
    /// The account has nothing left; waiting does not help.
    public static let quotaExhausted = Code(kind: .quotaExhausted)
    /// The model or its provider declined to answer.
    public static let refused = Code(kind: .refused)
    /// The provider's reply is not what its protocol says.
    public static let malformed = Code(kind: .malformed)
    /// There was no connection, or it was lost.
    public static let transport = Code(kind: .transport)
    /// A time limit passed.
    public static let timedOut = Code(kind: .timedOut)
    /// The key is missing or not accepted.
    public static let unauthorized = Code(kind: .unauthorized)
    /// A scripted model has no further answer.
    public static let outOfScript = Code(kind: .outOfScript)
    /// The replayed record has no answer to this request.
    public static let missingReplay = Code(kind: .missingReplay)
    /// The provider failed to serve the request.
    public static let serverFailed = Code(kind: .serverFailed)
    /// The provider does not accept the request as it is.
    public static let invalidRequest = Code(kind: .invalidRequest)
    /// The task was cancelled.
    public static let cancelled = Code(kind: .cancelled)
    /// The request is longer than the model can read.
    public static let contextExceeded = Code(kind: .contextExceeded)
    /// The local engine or its model is missing or did not start.
    public static let notReady = Code(kind: .notReady)
    /// The call could have broken a budget, and was not made.
    public static let budgetExhausted = Code(kind: .budgetExhausted)
  }

  /// What went wrong.
  public let code: Code
  /// One sentence about it, without any U+0000.
  public let message: String
  /// The digest of the request, where there was one.
  public let callDigest: ContentDigest?
  /// How often the request was sent.
  public let attempts: Int

  /// Creates an error; every U+0000 in the message, which may quote a server, becomes U+FFFD.
  public init(
    _ code: Code,
    _ message: String,
    callDigest: ContentDigest? = nil,
    attempts: Int = 0
  ) {
    self.code = code
    self.message = message.storable
    self.callDigest = callDigest
    self.attempts = attempts
  }

  /// The code and the message.
  public var description: String { "\(code): \(message)" }
}

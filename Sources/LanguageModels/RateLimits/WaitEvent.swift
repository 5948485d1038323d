// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Tells that a call waits before it is sent, so that the wait does not look like a hang.
package struct WaitEvent: Sendable, Hashable {
  /// What a call waits for.
  package enum Reason: Sendable, Hashable, CustomStringConvertible {
    /// The user's limit of requests.
    case requestsPerMinute(Int)
    /// The user's limit of tokens.
    case tokensPerMinute(Int)
    /// A time that the provider asked for, or its own limits as it tells them.
    case providerLimit
    /// Another call's end: so many may be under way since the provider had too many.
    case concurrency(Int)

    /// The reason in a few words.
    package var description: String {
      switch self {
      case .requestsPerMinute(let count): "the limit is \(count) requests a minute"
      case .tokensPerMinute(let count): "the limit is \(count) tokens a minute"
      case .providerLimit: "the provider's limit is reached"
      case .concurrency(let count): "the provider is overloaded, \(count) calls at once are left"
      }
    }
  }

  /// The model that will be asked.
  package let identity: ModelIdentity
  /// What the call waits for.
  package let reason: Reason
  /// How much longer it waits; nil when that depends on other calls.
  package let delay: Duration?

  /// Creates an event.
  package init(identity: ModelIdentity, reason: Reason, delay: Duration?) {
    self.identity = identity
    self.reason = reason
    self.delay = delay
  }
}

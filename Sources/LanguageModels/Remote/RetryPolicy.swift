// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import CanonicalJSON

/// When a failed call is tried again, and after how long.
package struct RetryPolicy: Sendable, Hashable {
  /// How often a request is sent at most, the first time included.
  package var maximumAttempts: Int
  /// The wait after the first failure; it doubles with each further one.
  package var baseDelay: Duration
  /// The longest wait of the policy's own.
  package var maximumDelay: Duration
  /// The longest wait that a server may ask for; when it asks for more the call fails.
  package var longestServerDelay: Duration

  /// Creates a policy.
  package init(
    maximumAttempts: Int = 6,
    baseDelay: Duration = .seconds(1),
    maximumDelay: Duration = .seconds(60),
    longestServerDelay: Duration = .seconds(300)
  ) {
    self.maximumAttempts = maximumAttempts
    self.baseDelay = baseDelay
    self.maximumDelay = maximumDelay
    self.longestServerDelay = longestServerDelay
  }

  /// Sends each request once.
  package static let never = RetryPolicy(maximumAttempts: 1)

  /// How often a request may be sent while it fails with this code: often where waiting helps,
  /// twice where it may have been bad luck, once where it would fail again.
  package func attempts(for code: LanguageModelError.Code) -> Int {
    switch code {
    case .rateLimited, .serverFailed, .transport: maximumAttempts
    case .timedOut, .malformed: min(2, maximumAttempts)
    default: 1
    }
  }

  /// The wait after the given attempt, counted from 1.
  ///
  /// It is spread by up to a half, by a number made of the request, so that calls that failed
  /// together do not come back together and a repeated run waits the same.
  package func delay(
    afterAttempt attempt: Int,
    serverDelay: Duration?,
    digest: ContentDigest
  ) -> Duration {
    let spread = Self.spread(of: digest, attempt: attempt)
    if let serverDelay { return serverDelay + baseDelay * (spread / 4) }
    let doubled = baseDelay * (1 << min(attempt - 1, 20))
    return min(doubled, maximumDelay) * (1 - spread / 2)
  }

  /// A number of at least 0 and less than 1.
  private static func spread(of digest: ContentDigest, attempt: Int) -> Double {
    let mixed = ContentDigest(of: "\(digest.hex) \(attempt)").hex.prefix(8)
    return Double(UInt32(mixed, radix: 16) ?? 0) / 4_294_967_296
  }
}

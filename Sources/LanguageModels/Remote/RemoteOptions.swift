// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import HTTPTransport

/// How calls to a provider are sent, limited and repeated.
package struct RemoteOptions: Sendable {
  /// The transport; share one among all models.
  package var client: HTTPClient
  /// When a failed call is tried again.
  package var retryPolicy: RetryPolicy
  /// How long a connection may take to come about.
  package var connectTimeout: Duration
  /// How long one attempt may take from start to end.
  package var timeout: Duration
  /// How many bytes a reply may have.
  package var maximumResponseBytes: Int
  /// How much is sent at once and in a minute, to each model.
  package var limits: RateLimits
  /// The present time, from any beginning; tests pass their own.
  package var now: @Sendable () -> Duration
  /// Waits, and throws when the task is cancelled; tests pass their own.
  package var sleep: @Sendable (Duration) async throws -> Void
  /// Is told of each attempt that will be repeated.
  package var onRetry: @Sendable (RetryEvent) -> Void
  /// Is told about each second, or less, that a call waits before it is sent.
  package var onWait: @Sendable (WaitEvent) -> Void

  /// Creates options.
  package init(
    client: HTTPClient,
    retryPolicy: RetryPolicy = RetryPolicy(),
    connectTimeout: Duration = .seconds(10),
    timeout: Duration = .seconds(600),
    maximumResponseBytes: Int = 16 << 20,
    limits: RateLimits = RateLimits(),
    now: @escaping @Sendable () -> Duration = Self.uptime,
    sleep: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) },
    onRetry: @escaping @Sendable (RetryEvent) -> Void = { _ in },
    onWait: @escaping @Sendable (WaitEvent) -> Void = { _ in }
  ) {
    self.client = client
    self.retryPolicy = retryPolicy
    self.connectTimeout = connectTimeout
    self.timeout = timeout
    self.maximumResponseBytes = maximumResponseBytes
    self.limits = limits
    self.now = now
    self.sleep = sleep
    self.onRetry = onRetry
    self.onWait = onWait
  }

  private static let beginning = ContinuousClock.now

  /// The time since the first use, unaffected by changes of the machine's clock.
  package static let uptime: @Sendable () -> Duration = { ContinuousClock.now - beginning }
}

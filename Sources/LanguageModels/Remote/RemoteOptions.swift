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
  /// Waits, and throws when the task is cancelled; tests pass their own.
  package var sleep: @Sendable (Duration) async throws -> Void
  /// Is told of each attempt that will be repeated.
  package var onRetry: @Sendable (RetryEvent) -> Void

  /// Creates options.
  package init(
    client: HTTPClient,
    retryPolicy: RetryPolicy = RetryPolicy(),
    connectTimeout: Duration = .seconds(10),
    timeout: Duration = .seconds(600),
    maximumResponseBytes: Int = 16 << 20,
    sleep: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) },
    onRetry: @escaping @Sendable (RetryEvent) -> Void = { _ in }
  ) {
    self.client = client
    self.retryPolicy = retryPolicy
    self.connectTimeout = connectTimeout
    self.timeout = timeout
    self.maximumResponseBytes = maximumResponseBytes
    self.sleep = sleep
    self.onRetry = onRetry
  }
}

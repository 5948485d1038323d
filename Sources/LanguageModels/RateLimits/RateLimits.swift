// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// How much may be sent to a model at once and in a minute, as far as the user knows it.
///
/// What the provider tells in its replies holds on top.
package struct RateLimits: Sendable, Hashable {
  /// Most requests in any 60 seconds, repeated ones included; nil means no limit.
  package var requestsPerMinute: Int?
  /// Most tokens of requests and answers in any 60 seconds; nil means no limit.
  package var tokensPerMinute: Int?
  /// Most calls under way at once, at least 1; fewer for a while after the provider had too many.
  package var concurrency: Int

  /// Creates limits.
  package init(
    requestsPerMinute: Int? = nil, tokensPerMinute: Int? = nil, concurrency: Int = 1024
  ) {
    self.requestsPerMinute = requestsPerMinute
    self.tokensPerMinute = tokensPerMinute
    self.concurrency = max(1, concurrency)
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON

/// What a model answered, and what it cost.
public struct ModelAnswer: Sendable, Hashable, Codable {
  /// The answer, without any U+0000, which no store could keep; empty when the model said nothing.
  public internal(set) var text: String
  /// The tokens that the call cost.
  public var usage: TokenUsage
  /// Why the answer ended.
  public var finishReason: FinishReason
  /// The time of the successful attempt, from sending to the last byte.
  public var latency: Duration
  /// How often the request was sent until it was answered, at least once.
  public var attempts: Int

  /// Creates an answer.
  ///
  /// Every U+0000 in the text becomes U+FFFD here, before anybody reads the answer, so that a stored
  /// answer is the one that was scored.
  public init(
    text: String,
    usage: TokenUsage,
    finishReason: FinishReason = .stop,
    latency: Duration = .zero,
    attempts: Int = 1
  ) {
    self.text = text.storable
    self.usage = usage
    self.finishReason = finishReason
    self.latency = latency
    self.attempts = attempts
  }
}

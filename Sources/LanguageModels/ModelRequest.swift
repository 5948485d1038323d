// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

public import CanonicalJSON

/// All that decides what a model answers, apart from the model itself.
public struct ModelRequest: Sendable, Hashable, Codable {
  /// The conversation so far.
  public var messages: [ChatMessage]
  /// How freely tokens are drawn, 0 or more; 0 takes the likeliest.
  public var temperature: Double
  /// Most tokens that the answer may have.
  public var maximumTokens: Int
  /// The seed of the drawing, where the provider has one; nil leaves it to the provider.
  public var seed: Int?
  /// The form that the answer is asked to have.
  public var answerFormat: AnswerFormat
  /// Texts before which the answer ends.
  public var stop: [String]
  /// Which of several answers to the same request this is, from 0; it keeps repeated samples apart
  /// in stores and caches and is not sent.
  public var sampleIndex: Int

  /// Creates a request.
  public init(
    _ messages: [ChatMessage],
    temperature: Double = 0,
    maximumTokens: Int = 1024,
    seed: Int? = nil,
    answerFormat: AnswerFormat = .text,
    stop: [String] = [],
    sampleIndex: Int = 0
  ) {
    self.messages = messages
    self.temperature = temperature
    self.maximumTokens = maximumTokens
    self.seed = seed
    self.answerFormat = answerFormat
    self.stop = stop
    self.sampleIndex = sampleIndex
  }

  /// What identifies the request in stores: requests are equal exactly when their digests are.
  ///
  /// - Complexity: O(*n*) in the length of the conversation.
  public var digest: ContentDigest { ContentDigest(of: value) }

  /// The request as a value, of which the digest is made.
  package var value: JSONValue {
    [
      "messages": .array(
        messages.map { ["role": .string($0.role.rawValue), "content": .string($0.content)] }
      ),
      "temperature": .real(temperature),
      "maximum_tokens": .integer(maximumTokens),
      "seed": seed.map(JSONValue.integer) ?? .null,
      "answer_format": answerFormat.value,
      "stop": .array(stop.map(JSONValue.string)),
      "sample_index": .integer(sampleIndex),
    ]
  }
}

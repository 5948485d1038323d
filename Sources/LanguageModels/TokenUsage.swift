// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// How many tokens a call cost.
public struct TokenUsage: Sendable, Hashable, Codable {
  /// Tokens of the request, those read from a cache included.
  public var promptTokens: Int
  /// Tokens of the answer.
  public var completionTokens: Int
  /// How many of the request's tokens came from the provider's cache; nil when it does not tell.
  public var cachedPromptTokens: Int?
  /// Whether the provider told nothing and the counts were guessed from the lengths of the texts.
  public var isEstimated: Bool

  /// Creates counts as the provider told them.
  public init(
    promptTokens: Int,
    completionTokens: Int,
    cachedPromptTokens: Int? = nil,
    isEstimated: Bool = false
  ) {
    self.promptTokens = promptTokens
    self.completionTokens = completionTokens
    self.cachedPromptTokens = cachedPromptTokens
    self.isEstimated = isEstimated
  }

  /// Guesses the counts at one token for each four bytes of text, rounded up.
  ///
  /// - Complexity: O(*n*) in the number of messages.
  public init(estimatedFor request: ModelRequest, answer: String) {
    let bytes = request.messages.reduce(0) { $0 + $1.content.utf8.count }
    self.init(
      promptTokens: (bytes + 3) / 4,
      completionTokens: (answer.utf8.count + 3) / 4,
      isEstimated: true
    )
  }

  /// The most that a call will cost by estimate: its request and the longest answer it allows.
  ///
  /// - Complexity: O(*n*) in the number of messages.
  package static func limit(of request: ModelRequest) -> TokenUsage {
    var usage = TokenUsage(estimatedFor: request, answer: "")
    usage.completionTokens = request.maximumTokens
    return usage
  }

  /// Tokens of request and answer.
  public var totalTokens: Int { promptTokens + completionTokens }
}

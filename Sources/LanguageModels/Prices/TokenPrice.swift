// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import CanonicalJSON

/// What the tokens of a model cost, in US dollars for a million.
package struct TokenPrice: Sendable, Hashable {
  /// Tokens of requests.
  package let prompt: Double
  /// Tokens of requests that came from the provider's cache; nil when they cost as the others.
  package let cachedPrompt: Double?
  /// Tokens of answers.
  package let completion: Double
  /// Where the price was published.
  package let source: String
  /// When it was looked up, as a date in ISO 8601; empty when nobody said.
  package let date: String

  /// Creates a price.
  package init(
    prompt: Double, cachedPrompt: Double? = nil, completion: Double, source: String = "",
    date: String = ""
  ) {
    self.prompt = prompt
    self.cachedPrompt = cachedPrompt
    self.completion = completion
    self.source = source
    self.date = date
  }

  /// The price of what costs nothing, such as a model on one's own machine.
  package static let free = TokenPrice(prompt: 0, completion: 0, source: "served here")

  /// What a call cost in millionths of a millionth of a dollar.
  ///
  /// - Parameters:
  ///   - usage: The call's tokens.
  ///   - countsCache: Whether tokens from the provider's cache cost less. Comparisons of optimizers
  ///     leave that out, because it depends on what was asked before.
  /// - Returns: The amount, rounded to a whole number; `Int.max` for more than that.
  package func picodollars(of usage: TokenUsage, countsCache: Bool) -> Int {
    let cached = countsCache ? usage.cachedPromptTokens ?? 0 : 0
    let fresh = max(0, usage.promptTokens - cached)
    let amount =
      Double(fresh) * prompt + Double(cached) * (cachedPrompt ?? prompt)
      + Double(usage.completionTokens) * completion
    // Dollars for a million tokens are millionths of a dollar, a million picodollars, for one.
    return Int(exactly: (amount * 1e6).rounded()) ?? .max
  }

  /// The price as a value, as in a file of prices.
  package var jsonValue: JSONValue {
    .object(
      (amounts.members ?? []) + [
        JSONValue.Member("source", .string(source)), JSONValue.Member("date", .string(date)),
      ])
  }

  /// What decides the cost of a call, as a value.
  package var amounts: JSONValue {
    [
      "prompt": .real(prompt), "cached_prompt": cachedPrompt.map(JSONValue.real) ?? .null,
      "completion": .real(completion),
    ]
  }
}

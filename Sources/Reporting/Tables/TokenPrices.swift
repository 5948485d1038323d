// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// What models cost; a price that is not known is no price of 0.
package struct TokenPrices: Sendable {
  /// US dollars for a million tokens.
  package struct Amounts: Sendable, Hashable {
    let prompt: Double
    let completion: Double

    /// Creates amounts, each at least 0.
    package init(prompt: Double, completion: Double) {
      self.prompt = prompt
      self.completion = completion
    }
  }

  private let amounts: @Sendable (String) -> Amounts?

  /// Creates prices.
  ///
  /// - Parameter amounts: The price of a model by its identity, or nil when it is not known.
  package init(_ amounts: @escaping @Sendable (String) -> Amounts? = { _ in nil }) {
    self.amounts = amounts
  }

  /// What tokens cost in US dollars, every prompt token at the full price; nil when the model's price
  /// is not known.
  func cost(ofModel model: String, promptTokens: Int, completionTokens: Int) -> Double? {
    guard promptTokens > 0 || completionTokens > 0 else { return 0 }
    return amounts(model).map {
      (Double(promptTokens) * $0.prompt + Double(completionTokens) * $0.completion) / 1e6
    }
  }
}

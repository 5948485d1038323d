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

    /// What tokens cost in US dollars, every prompt token at the full price.
    func cost(promptTokens: Int, completionTokens: Int) -> Double {
      (Double(promptTokens) * prompt + Double(completionTokens) * completion) / 1e6
    }
  }

  private let amounts: @Sendable (String) -> Amounts?

  /// Creates prices.
  ///
  /// - Parameter amounts: The price of a model by its identity, or nil when it is not known.
  package init(_ amounts: @escaping @Sendable (String) -> Amounts? = { _ in nil }) {
    self.amounts = amounts
  }

  /// The price of a model by its identity; nil when it is not known.
  ///
  /// - Complexity: A search of all prices, so that a table asks once for each of its models.
  func amounts(ofModel model: String) -> Amounts? { amounts(model) }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import LanguageModels
import OPTO

/// Holds the calls that a run really makes against the run's budget; answers from the store cost
/// nothing here.
struct RunMeter: Sendable {
  private let counter: UsageCounter
  private let prices: PriceTable

  /// Starts to measure.
  init(
    budget: Budget = Budget(), prices: PriceTable = PriceTable(),
    now: @escaping @Sendable () -> Double
  ) {
    counter = UsageCounter(budget: budget, now: now)
    self.prices = prices
  }

  /// Why nothing more may be spent, or nil.
  var refusal: String? {
    counter.refusal ?? (counter.allowsMore ? nil : "the budget of the run is spent")
  }

  /// Makes a call unless it could break the budget.
  ///
  /// A call that fails counts as a call without tokens, because nobody tells what it cost.
  ///
  /// - Throws: ``RunBudgetSpent``.
  func call(
    _ request: ModelRequest, of model: any LanguageModel
  ) async throws(RunBudgetSpent) -> Result<ModelAnswer, LanguageModelError> {
    let price = prices.price(of: model.identity)
    let estimate = CallCost(.limit(of: request), price: price, countsCache: false)
    if let reason = counter.reserve(estimate) { throw RunBudgetSpent(reason: reason) }
    do throws(LanguageModelError) {
      let answer = try await model.answer(request)
      counter.settle(estimate, as: CallCost(answer.usage, price: price, countsCache: true))
      return .success(answer)
    } catch {
      counter.settle(estimate, as: error.code == .cancelled ? nil : CallCost(tokens: 0))
      return .failure(error)
    }
  }
}

extension CallCost {
  /// What tokens cost at a price; without a price no money is counted, and no budget may limit it.
  init(_ usage: TokenUsage, price: TokenPrice?, countsCache: Bool) {
    self.init(
      tokens: usage.totalTokens,
      picodollars: price?.picodollars(of: usage, countsCache: countsCache) ?? 0)
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import LanguageModels
package import OPTO

/// What a whole run may spend on models, and by which prices money is counted.
package struct RunSpending: Sendable, Hashable {
  /// The most that the run may spend; limits that are nil do not bind.
  package var budget = Budget()
  /// The prices of models, as far as they are known.
  package var prices = PriceTable()

  /// Creates a spending; by default without a limit.
  package init(budget: Budget = Budget(), prices: PriceTable = PriceTable()) {
    self.budget = budget
    self.prices = prices
  }
}

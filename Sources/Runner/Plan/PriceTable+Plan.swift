// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import LanguageModels
import OPTO

extension PriceTable {
  /// Refuses a limit of money where a price is not known: an unknown price is not 0.
  ///
  /// - Parameters:
  ///   - models: The models that are asked.
  ///   - budgets: The budgets that hold for them.
  ///   - place: Where the budgets were read.
  /// - Throws: ``PlanError`` for the first model without a price.
  func check(
    _ models: [ModelPair], within budgets: [Budget], place: String
  ) throws(PlanError) {
    guard budgets.contains(where: { $0.money != nil }) else { return }
    for name in models.flatMap({ [$0.task, $0.optimizer] }) {
      guard let identity = ModelIdentity(name), price(of: identity) == nil else { continue }
      throw PlanError(
        "\(place) limits money, but the price of \(name) is not known: add it to a file for "
          + "--prices, such as \(PriceTable.example), in US dollars for a million tokens")
    }
  }

  /// The prices of models, each once, as a member, where one of the budgets limits money.
  func members(
    of models: [String], where budgets: [Budget],
    as value: (TokenPrice) -> JSONValue = { $0.jsonValue }
  ) -> [JSONValue.Member] {
    guard budgets.contains(where: { $0.money != nil }) else { return [] }
    var seen: Set<String> = []
    let known = models.filter { seen.insert($0).inserted }.compactMap { name in
      ModelIdentity(name).flatMap { price(of: $0) }.map { JSONValue.Member(name, value($0)) }
    }
    return [JSONValue.Member("prices", .object(known))]
  }
}

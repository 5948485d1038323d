// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import LanguageModels
import Reporting

/// By which prices a report counts money.
struct ReportPriceOptions: ParsableArguments {
  @Option(
    help: """
      A JSON file of prices in US dollars for a million tokens, such as \
      '\(PriceTable.example)'; its entries come before those of 'bench list prices'. Amounts of \
      money are left out where the price of a model is not known.
      """,
    completion: .file(extensions: ["json"]))
  var prices: String?

  /// The prices.
  ///
  /// - Throws: `ValidationError` or `LanguageModelError` when the file cannot be read.
  func tokenPrices() throws -> TokenPrices { TokenPrices(try PlanOptions.priceTable(prices)) }
}

extension TokenPrices {
  /// The prices of a table, by the text of a model's identity.
  init(_ table: PriceTable) {
    self.init { model in
      ModelIdentity(model).flatMap { table.price(of: $0) }.map {
        Amounts(prompt: $0.prompt, completion: $0.completion)
      }
    }
  }
}

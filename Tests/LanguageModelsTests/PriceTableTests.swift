// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import LanguageModels
import Testing

struct PriceTableTests {
  private func table(_ json: String) throws -> PriceTable {
    try PriceTable(json: json, file: "p.json")
  }

  @Test func costsAreExact() throws {
    let table = try table(
      #"{"prices": [{"model": "p/m", "prompt": 0.15, "cached_prompt": 0.075, "completion": 0.6}]}"#)
    let price = try #require(table.price(of: ModelIdentity(provider: "p", model: "m")))
    let usage = TokenUsage(promptTokens: 1000, completionTokens: 10, cachedPromptTokens: 400)
    // 1000 x 0.15 + 10 x 0.6 = 156 and 600 x 0.15 + 400 x 0.075 + 10 x 0.6 = 126 millionths.
    #expect(price.picodollars(of: usage, countsCache: false) == 156_000_000)
    #expect(price.picodollars(of: usage, countsCache: true) == 126_000_000)
  }

  @Test func anUnknownPriceIsNotNothing() throws {
    let embedded = try PriceTable.embedded()
    #expect(embedded.price(of: ModelIdentity(provider: "openai", model: "new")) == nil)
    #expect(embedded.price(of: ModelIdentity(provider: "ollama", model: "m")) == nil)
    #expect(embedded.price(of: ModelIdentity(provider: "local", model: "m")) == .free)
  }

  @Test func eachEmbeddedPriceHasADateASourceAndAKnownProvider() throws {
    let prices = try PriceTable.embedded().prices
    #expect(prices.count >= 5)
    for (model, price) in prices {
      let identity = try #require(ModelIdentity(model))
      #expect(RemoteProvider.named(identity.provider) != nil, "\(model)")
      #expect(price.date.wholeMatch(of: /\d{4}-\d\d-\d\d/) != nil, "\(model)")
      #expect(!price.source.isEmpty, "\(model)")
      #expect(price.completion > price.prompt && price.prompt > 0, "\(model)")
      #expect((price.cachedPrompt ?? 0) < price.prompt, "\(model)")
    }
  }

  @Test func entriesOfAFileComeBeforeThoseOfTheProgram() throws {
    let own = try table(
      #"{"date": "2026-01-31", "prices": [{"model": "http://h:1/v1#m", "prompt": 1, "completion": 2}]}"#
    )
    let identity = try #require(ModelIdentity("http://h:1/v1#m"))
    let merged = try PriceTable.embedded().merging(own)
    #expect(merged.price(of: identity)?.date == "2026-01-31")
    #expect(merged.prices.count == (try PriceTable.embedded().prices.count) + 1)
  }

  @Test(arguments: [
    "[", "{}", #"{"prices": [{"model": "m", "prompt": 1, "completion": 1}]}"#,
    #"{"prices": [{"model": "p/m", "prompt": -1, "completion": 1}]}"#,
    #"{"prices": [{"model": "p/m", "prompt": 1}]}"#,
    #"{"prices": [{"model": "p/m", "prompt": 1, "completion": 1000001}]}"#,
  ])
  func whatIsNoTableIsRefusedByName(json: String) {
    let error = #expect(throws: LanguageModelError.self) { try table(json) }
    #expect(error?.message.contains("p.json") == true)
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON

/// The prices of models, as far as they are known; an unknown price is no price of 0.
package struct PriceTable: Sendable, Hashable {
  /// The prices by the text of the model's identity.
  package private(set) var prices: [String: TokenPrice]

  /// Creates a table.
  package init(prices: [String: TokenPrice] = [:]) { self.prices = prices }

  /// The prices that are part of the program, each with its date and source.
  ///
  /// - Throws: ``LanguageModelError`` with `malformed` when they cannot be read.
  package static func embedded() throws(LanguageModelError) -> PriceTable {
    try PriceTable(
      json: String(decoding: PackageResources.prices_json, as: UTF8.self), file: "prices.json")
  }

  /// Reads a file such as `{"date": "2026-01-31", "prices": [{"model": "openai/gpt-4.1-2025-04-14",
  /// "prompt": 2.0, "cached_prompt": 0.5, "completion": 8.0, "source": "https://..."}]}`.
  ///
  /// Amounts are US dollars for a million tokens, from 0 to 1e6; `cached_prompt`, `source` and `date`
  /// may be left out.
  ///
  /// - Parameters:
  ///   - json: The file's text.
  ///   - file: The file's name, for messages.
  /// - Throws: ``LanguageModelError`` with `malformed`, naming the file and the entry.
  package init(json: String, file: String) throws(LanguageModelError) {
    self.init()
    let value: JSONValue
    do {
      value = try JSONValue(parsing: json)
    } catch {
      throw LanguageModelError(.malformed, "the file of prices \(file) is \(error)")
    }
    guard let entries = value["prices"]?.arrayValue else {
      throw LanguageModelError(
        .malformed, "the file of prices \(file) has no list 'prices': \(Self.example)")
    }
    let date = value["date"]?.stringValue ?? ""
    for (index, entry) in entries.enumerated() {
      guard let model = entry["model"]?.stringValue, ModelIdentity(model) != nil,
        let prompt = Self.amount(entry["prompt"]),
        let completion = Self.amount(entry["completion"])
      else {
        throw LanguageModelError(
          .malformed,
          "price \(index + 1) of \(file) needs a model, as provider/model or URL#model, and 'prompt' "
            + "and 'completion' in dollars for a million tokens, from 0 to 1000000")
      }
      prices[model] = TokenPrice(
        prompt: prompt, cachedPrompt: Self.amount(entry["cached_prompt"]), completion: completion,
        source: entry["source"]?.stringValue ?? "", date: entry["date"]?.stringValue ?? date)
    }
  }

  /// What a file of prices looks like.
  package static let example =
    #"{"prices": [{"model": "provider/model", "prompt": 2.0, "completion": 8.0}]}"#

  /// The table with the entries of another one in place of its own.
  package func merging(_ other: PriceTable) -> PriceTable {
    PriceTable(prices: prices.merging(other.prices) { _, new in new })
  }

  /// The price of a model, or nil when it is not known; what is served here or scripted is free.
  package func price(of identity: ModelIdentity) -> TokenPrice? {
    if let price = prices[identity.description] { return price }
    return ["local", "scripted", "none"].contains(identity.provider) ? .free : nil
  }

  private static func amount(_ value: JSONValue?) -> Double? {
    value?.doubleValue.flatMap { (0...1e6).contains($0) ? $0 : nil }
  }
}

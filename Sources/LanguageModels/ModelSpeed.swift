// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// How fast a model reads and writes, one call at a time.
package struct ModelSpeed: Sendable, Hashable {
  /// Tokens of a request that are read in a second.
  package let promptTokensPerSecond: Double
  /// Tokens of an answer that are written in a second.
  package let completionTokensPerSecond: Double
  /// The tokens of all calls that were made to find out.
  package let usage: TokenUsage

  /// Measures with two calls: one reads much and writes one token, one reads little and writes much.
  ///
  /// - Parameters:
  ///   - model: The model; nothing else should be asking it meanwhile.
  ///   - salt: Goes to the front of each request, so that a cache of earlier requests does not make
  ///     the model look faster; take another number for each measurement.
  /// - Returns: The speeds, including the time on the network.
  /// - Throws: ``LanguageModelError`` what the model throws, or with `malformed` when it wrote less
  ///   than two tokens or gave no time.
  package static func measure(
    _ model: some LanguageModel,
    salt: Int = 0
  ) async throws(LanguageModelError) -> ModelSpeed {
    let clause = "The river is wide, the bridge is old, and the town behind it is asleep. "
    let long = "Text \(salt). " + String(repeating: clause, count: 32) + "What is asleep?"
    let reading = try await model.answer(ModelRequest([.user(long)], maximumTokens: 1))
    let task = "Task \(salt). Count from 1 to 300 in words, with commas and without any other text."
    let writing = try await model.answer(ModelRequest([.user(task)], maximumTokens: 96))
    let read = reading.usage.promptTokens - (reading.usage.cachedPromptTokens ?? 0)
    let readingTime = reading.latency / .seconds(1)
    guard read > 0, readingTime > 0 else {
      throw LanguageModelError(.malformed, "\(model.identity) told no tokens or no time")
    }
    let promptRate = Double(read) / readingTime
    let taskTime = Double(writing.usage.promptTokens) / promptRate
    let writingTime = writing.latency / .seconds(1) - taskTime
    guard writing.usage.completionTokens > 1, writingTime > 0 else {
      throw LanguageModelError(.malformed, "\(model.identity) wrote too little to be measured")
    }
    return ModelSpeed(
      promptTokensPerSecond: promptRate,
      completionTokensPerSecond: Double(writing.usage.completionTokens) / writingTime,
      usage: TokenUsage(
        promptTokens: reading.usage.promptTokens + writing.usage.promptTokens,
        completionTokens: reading.usage.completionTokens + writing.usage.completionTokens,
        isEstimated: reading.usage.isEstimated || writing.usage.isEstimated
      )
    )
  }
}

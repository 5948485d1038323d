// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Puts the local engine and its models in place.
package enum LocalSetup {
  /// What is missing before a model can be served here: a sentence for each thing, none when all
  /// is there.
  ///
  /// Nothing is changed. A model file that was not verified yet is read once.
  ///
  /// - Throws: ``LanguageModelError`` with `notReady` when python3 is missing or the cache cannot be
  ///   written, and with `cancelled` when the task was cancelled.
  package static func missing(
    model: CatalogModel,
    cacheDirectory: String
  ) async throws(LanguageModelError) -> [String] {
    var sentences: [String] = []
    for (script, arguments) in steps(for: model) {
      let outcome = try await script.run(["--check"] + arguments, cacheDirectory: cacheDirectory)
      if outcome.status != 0 { sentences.append(outcome.lastWords ?? "\(script.rawValue) failed") }
    }
    return sentences
  }

  /// Installs the engine where it is missing, then fetches and verifies the model.
  ///
  /// What is there is left alone; an interrupted download goes on where it stopped. Two set-ups at
  /// once wait for each other.
  ///
  /// - Parameters:
  ///   - model: The model to fetch.
  ///   - cacheDirectory: The folder under which both are kept.
  ///   - progress: Is given one line at a time for people to read.
  /// - Throws: ``LanguageModelError`` with `notReady` and a sentence that says what is missing and
  ///   what to do, or with `cancelled` when the task was cancelled.
  package static func run(
    model: CatalogModel,
    cacheDirectory: String,
    progress: @Sendable (String) -> Void
  ) async throws(LanguageModelError) {
    for (script, arguments) in steps(for: model) {
      let outcome = try await script.run(
        arguments,
        cacheDirectory: cacheDirectory,
        onLine: progress
      )
      guard outcome.status == 0 else {
        throw LanguageModelError(.notReady, outcome.lastWords ?? "\(script.rawValue) failed")
      }
    }
  }

  private static func steps(for model: CatalogModel) -> [(EmbeddedScript, [String])] {
    [(.setupEngine, []), (.fetchModel, [model.name])]
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import LanguageModels
import Runner

/// Which models are asked, and where they are.
struct ModelOptions: ParsableArguments {
  @Option(
    help: """
      The model that workflows ask: a name of 'bench model list', served on this machine; the \
      name that the server at --base-url knows; or provider/model, such as \
      openai/gpt-4o-2024-08-06, whose key is read from the provider's environment variable. \
      Default: qwen2.5-coder-1.5b-instruct-q4_k_m on this machine.
      """)
  var model: String?

  @Option(help: "The model that optimizers ask, named like --model. Default: the same.")
  var optimizerModel: String?

  @Option(
    name: .customLong("base-url"),
    help: """
      A server that speaks the OpenAI chat-completions protocol, such as http://host:8000/v1. \
      Default: a server started on this machine for the run.
      """)
  var baseURL: String?

  @Option(
    help: """
      The environment variable that holds the key for --base-url; unset or empty means no key. \
      The key is never stored.
      """)
  var keyVariable: String = "OPENAI_API_KEY"

  @Option(help: "Model calls that may run at once.")
  var jobs: Int = 4

  mutating func validate() throws {
    guard (1...1024).contains(jobs) else {
      throw ValidationError("--jobs takes a number from 1 to 1024, not \(jobs).")
    }
    if let baseURL {
      guard baseURL.hasPrefix("http://") || baseURL.hasPrefix("https://") else {
        throw ValidationError(
          "--base-url takes an address such as http://host:8000/v1, not '\(baseURL)'.")
      }
      guard model != nil else {
        throw ValidationError("--base-url needs --model, the name that the server knows.")
      }
    }
  }

  /// The task model's identity, without asking anyone.
  ///
  /// - Throws: `LanguageModelError` when the catalogue has no such model.
  func taskIdentity() throws -> ModelIdentity { try identity(of: model) }

  /// The optimizer model's identity.
  ///
  /// - Throws: `LanguageModelError` when the catalogue has no such model.
  func optimizerIdentity() throws -> ModelIdentity { try identity(of: optimizerModel ?? model) }

  /// Both models by identity.
  ///
  /// - Throws: `LanguageModelError` when the catalogue has no such model.
  func pair() throws -> ModelPair {
    ModelPair(
      task: try taskIdentity().description, optimizer: try optimizerIdentity().description)
  }

  private func identity(of name: String?) throws -> ModelIdentity {
    if let baseURL, let name {
      var base = baseURL[...]
      while base.hasSuffix("/") { base = base.dropLast() }
      return ModelIdentity(provider: String(base), model: name)
    }
    guard let name else { return try ModelCatalog.embedded().defaultModel.identity }
    return try ModelPair.identity(named: name)
  }
}

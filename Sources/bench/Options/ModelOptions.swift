// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import LanguageModels
import Runner

/// Which models are asked, and where they are.
struct ModelOptions: ParsableArguments {
  @Option(
    help: """
      The model that workflows ask: a name of 'bench model list', served on this machine; \
      provider/model, such as openai/gpt-4o-2024-08-06, whose key is read from the provider's \
      environment variable (\(RemoteProvider.all.map(\.name).joined(separator: ", "))); \
      http://host:8000/v1#model, at any server that speaks the OpenAI chat-completions protocol; \
      scripted/FILE.json, answers of a file; or with --base-url the name that this server knows. \
      Default: qwen2.5-coder-1.5b-instruct-q4_k_m on this machine.
      """)
  var model: String?

  @Option(help: "The model that optimizers ask, named like --model. Default: the same.")
  var optimizerModel: String?

  @Option(
    name: .customLong("base-url"),
    help: """
      A server that speaks the OpenAI chat-completions protocol, such as http://host:8000/v1, for \
      all models that are not named by a URL of their own. Default: a server started on this \
      machine for the run.
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

  @Option(
    help: """
      Most requests to a model in any 60 seconds, repeated ones included. What the provider tells \
      about its limits is followed in any case, and fewer calls run at once after it had too many.
      """)
  var requestsPerMinute: Int?

  @Option(help: "Most tokens of requests to a model and of its answers in any 60 seconds.")
  var tokensPerMinute: Int?

  mutating func validate() throws {
    guard (1...1024).contains(jobs) else {
      throw ValidationError("--jobs takes a number from 1 to 1024, not \(jobs).")
    }
    for (name, limit) in [
      ("--requests-per-minute", requestsPerMinute), ("--tokens-per-minute", tokensPerMinute),
    ] {
      guard limit.map({ $0 >= 1 }) ?? true else {
        throw ValidationError("\(name) takes a number of at least 1.")
      }
    }
    for (name, address) in [
      ("--base-url", baseURL), ("--model", model), ("--optimizer-model", optimizerModel),
    ] {
      guard let address, ModelIdentity.hasCredentials(address) else { continue }
      throw ValidationError(
        "\(name) takes an address without a user or a key, because it is recorded: name the "
          + "variable that holds the key with --key-variable.")
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

  /// What is sent to a model at once and in a minute.
  var rateLimits: RateLimits {
    RateLimits(
      requestsPerMinute: requestsPerMinute, tokensPerMinute: tokensPerMinute, concurrency: jobs)
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

  /// The scripts that the options name.
  ///
  /// - Throws: `LanguageModelError` when a file is no script, `ValidationError` when it cannot be
  ///   read.
  func scripts() throws -> [AnswerScript] {
    try [model, optimizerModel ?? model].compactMap { try $0.flatMap(Self.script) }
  }

  private static func script(_ name: String) throws -> AnswerScript? {
    guard name.hasPrefix("scripted/") else { return nil }
    let path = String(name.dropFirst("scripted/".count))
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw ValidationError("scripted/\(path) names the file '\(path)', which cannot be read.")
    }
    return try AnswerScript(json: text, file: path)
  }

  private func identity(of name: String?) throws -> ModelIdentity {
    if let name, let script = try Self.script(name) { return script.identity }
    if let name, let identity = ModelIdentity(name), identity.isAddress { return identity }
    if let baseURL, let name {
      var base = baseURL[...]
      while base.hasSuffix("/") { base = base.dropLast() }
      return ModelIdentity(provider: String(base), model: name)
    }
    guard let name else { return try ModelCatalog.embedded().defaultModel.identity }
    return try ModelPair.identity(named: name)
  }
}

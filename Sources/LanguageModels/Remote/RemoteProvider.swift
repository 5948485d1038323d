// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// A service that is known by name, as in `openai/gpt-4o-2024-08-06`.
package struct RemoteProvider: Sendable, Hashable {
  /// What a service speaks.
  package enum Dialect: Sendable, Hashable {
    /// The chat-completions protocol, with this name for the limit of an answer's tokens.
    case chatCompletions(tokenLimitName: String)
    /// Anthropic's messages protocol.
    case anthropicMessages
  }

  /// The name before the slash.
  package let name: String
  /// Where it answers.
  package let baseURL: String
  /// The environment variable that holds its key; nil when it wants none.
  package let keyVariable: String?
  /// What it speaks.
  package let dialect: Dialect

  /// All services that are known by name, sorted by it; any other one is named by its base URL.
  package static let all = [
    RemoteProvider(
      name: "anthropic", baseURL: "https://api.anthropic.com/v1", keyVariable: "ANTHROPIC_API_KEY",
      dialect: .anthropicMessages),
    RemoteProvider(
      name: "ollama", baseURL: "http://127.0.0.1:11434/v1", keyVariable: nil,
      dialect: .chatCompletions(tokenLimitName: "max_tokens")),
    RemoteProvider(
      name: "openai", baseURL: "https://api.openai.com/v1", keyVariable: "OPENAI_API_KEY",
      dialect: .chatCompletions(tokenLimitName: "max_completion_tokens")),
    RemoteProvider(
      name: "openrouter", baseURL: "https://openrouter.ai/api/v1",
      keyVariable: "OPENROUTER_API_KEY",
      dialect: .chatCompletions(tokenLimitName: "max_tokens")),
  ]

  /// The service of a name, or nil.
  package static func named(_ name: String) -> RemoteProvider? { all.first { $0.name == name } }

  /// Makes a model of the service, with the key from its environment variable.
  ///
  /// - Throws: ``LanguageModelError`` with `unauthorized` when the variable has no key.
  package func makeModel(
    _ identity: ModelIdentity, options: RemoteOptions
  ) throws(LanguageModelError) -> any LanguageModel {
    var key: SecretKey?
    if let keyVariable { key = try SecretKey(environmentVariable: keyVariable) }
    switch dialect {
    case .anthropicMessages:
      return AnthropicModel(identity: identity, baseURL: baseURL, key: key, options: options)
    case .chatCompletions(let tokenLimitName):
      return ChatCompletionsModel(
        identity: identity,
        endpoint: ChatCompletionsEndpoint(
          baseURL: baseURL, key: key, tokenLimitName: tokenLimitName),
        options: options)
    }
  }
}

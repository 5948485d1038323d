// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import HTTPTransport

/// Anthropic's messages protocol, version 2023-06-01.
///
/// It has no seed and no constrained answers: the form of an answer is only asked for in the prompt.
struct AnthropicMessagesFormat: WireFormat {
  let model: String
  let baseURL: String
  let key: SecretKey?

  var url: String { baseURL + "/messages" }

  var headers: [HTTPHeader] {
    let version = HTTPHeader("anthropic-version", "2023-06-01")
    return key.map { [version, HTTPHeader("x-api-key", $0.text)] } ?? [version]
  }

  func body(for request: ModelRequest, format: AnswerFormat) -> JSONValue {
    let system = request.messages.filter { $0.role == .system }.map(\.content)
    let turns = request.messages.filter { $0.role != .system }
    var members: [JSONValue.Member] = [
      JSONValue.Member("model", .string(model)),
      JSONValue.Member("max_tokens", .integer(request.maximumTokens)),
    ]
    if !system.isEmpty {
      members.append(JSONValue.Member("system", .string(system.joined(separator: "\n\n"))))
    }
    members.append(
      JSONValue.Member(
        "messages",
        .array(
          turns.map { ["role": .string($0.role.rawValue), "content": .string($0.content)] })))
    members.append(JSONValue.Member("temperature", .real(request.temperature)))
    if !request.stop.isEmpty {
      let texts = request.stop.map(JSONValue.string)
      members.append(JSONValue.Member("stop_sequences", .array(texts)))
    }
    return .object(members)
  }

  func answer(
    from reply: JSONValue, to request: ModelRequest
  ) throws(LanguageModelError) -> ModelAnswer {
    guard let parts = reply["content"]?.arrayValue else {
      throw LanguageModelError(.malformed, "the reply of \(model) has no content")
    }
    let text = parts.filter { $0["type"] == "text" }.compactMap { $0["text"]?.stringValue }.joined()
    let reason = Self.finishReason(reply["stop_reason"]?.stringValue)
    if text.isEmpty, reason == .contentFilter {
      throw LanguageModelError(.refused, "\(model) declined to answer")
    }
    return ModelAnswer(
      text: text, usage: usage(of: reply) ?? TokenUsage(estimatedFor: request, answer: text),
      finishReason: reason)
  }

  private static func finishReason(_ word: String?) -> FinishReason {
    switch word {
    case "end_turn", "stop_sequence": .stop
    case "max_tokens": .length
    case "refusal": .contentFilter
    default: .other(word ?? "unknown")
    }
  }

  /// The protocol counts tokens that came from the cache or went into it apart from the others.
  private func usage(of reply: JSONValue) -> TokenUsage? {
    guard let usage = reply["usage"], let fresh = usage["input_tokens"]?.intValue,
      let completion = usage["output_tokens"]?.intValue
    else { return nil }
    let cached = usage["cache_read_input_tokens"]?.intValue
    let written = usage["cache_creation_input_tokens"]?.intValue ?? 0
    return TokenUsage(
      promptTokens: fresh + (cached ?? 0) + written, completionTokens: completion,
      cachedPromptTokens: cached)
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import HTTPTransport

/// The chat-completions protocol as OpenAI, vLLM, llama.cpp and many others speak it.
struct ChatCompletionsFormat: WireFormat {
  let model: String
  let endpoint: ChatCompletionsEndpoint

  var url: String { endpoint.completionsURL }
  var headers: [HTTPHeader] { endpoint.headers }

  func body(for request: ModelRequest, format: AnswerFormat) -> JSONValue {
    var members: [JSONValue.Member] = [
      JSONValue.Member("model", .string(model)),
      JSONValue.Member(
        "messages",
        .array(
          request.messages.map {
            ["role": .string($0.role.rawValue), "content": .string($0.content)]
          }
        )
      ),
      JSONValue.Member("temperature", .real(request.temperature)),
      JSONValue.Member(endpoint.tokenLimitName, .integer(request.maximumTokens)),
    ]
    if let seed = request.seed { members.append(JSONValue.Member("seed", .integer(seed))) }
    if !request.stop.isEmpty {
      members.append(JSONValue.Member("stop", .array(request.stop.map(JSONValue.string))))
    }
    switch format {
    case .text: break
    case .jsonObject:
      members.append(JSONValue.Member("response_format", ["type": "json_object"]))
    case .jsonSchema(let name, let schema):
      let named: JSONValue = ["name": .string(name), "strict": true, "schema": schema]
      members.append(
        JSONValue.Member("response_format", ["type": "json_schema", "json_schema": named])
      )
    }
    return .object(members)
  }

  func answer(
    from reply: JSONValue,
    to request: ModelRequest
  ) throws(LanguageModelError) -> ModelAnswer {
    guard let choice = reply["choices"]?.arrayValue?.first, let message = choice["message"] else {
      throw LanguageModelError(.malformed, "the reply of \(model) has no choices with a message")
    }
    let reason = FinishReason(choice["finish_reason"]?.stringValue ?? "unknown")
    let text = try text(of: message)
    if text.isEmpty {
      if let refusal = message["refusal"]?.stringValue, !refusal.isEmpty {
        throw LanguageModelError(.refused, "\(model) declined: \(refusal.prefix(300))")
      }
      if reason == .contentFilter {
        throw LanguageModelError(.refused, "the provider of \(model) withheld the answer")
      }
    }
    return ModelAnswer(
      text: text,
      usage: usage(of: reply) ?? TokenUsage(estimatedFor: request, answer: text),
      finishReason: reason
    )
  }

  /// The message's text: a string, parts of text, or nothing.
  private func text(of message: JSONValue) throws(LanguageModelError) -> String {
    switch message["content"] {
    case .string(let text): return text
    case .array(let parts): return parts.compactMap { $0["text"]?.stringValue }.joined()
    case nil, .null: return ""
    default:
      throw LanguageModelError(.malformed, "the reply of \(model) has content that is no text")
    }
  }

  private func usage(of reply: JSONValue) -> TokenUsage? {
    guard let usage = reply["usage"], let prompt = usage["prompt_tokens"]?.intValue,
      let completion = usage["completion_tokens"]?.intValue
    else { return nil }
    return TokenUsage(
      promptTokens: prompt,
      completionTokens: completion,
      cachedPromptTokens: usage["prompt_tokens_details"]?["cached_tokens"]?.intValue
    )
  }
}

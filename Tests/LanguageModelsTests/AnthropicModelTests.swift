// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import HTTPTransport
import LanguageModels
import LoopbackServer
import Testing

struct AnthropicModelTests {
  static func model(_ server: LoopbackServer) -> AnthropicModel {
    AnthropicModel(
      identity: ModelIdentity(provider: "anthropic", model: "m-1"), baseURL: server.baseURL + "/v1",
      key: SecretKey("sk-hush"), options: RemoteOptions(client: HTTPClient(), sleep: { _ in }))
  }

  static func reply(_ text: String, _ reason: String) -> String {
    let reply: JSONValue = [
      "content": [["type": "text", "text": .string(text)]], "stop_reason": .string(reason),
      "usage": ["input_tokens": 12, "output_tokens": 3, "cache_read_input_tokens": 8],
    ]
    return reply.text
  }

  @Test func requestAndAnswerFollowTheProtocol() async throws {
    let server = try LoopbackServer { _ in .answer(body: Self.reply("Paris", "end_turn")) }
    defer { server.stop() }
    let answer = try await Self.model(server).answer(
      ModelRequest(
        [.system("Be brief."), .user("Capital?")], temperature: 0, maximumTokens: 64, seed: 7,
        answerFormat: .jsonObject, stop: ["\n"]))
    #expect(answer.text == "Paris")
    #expect(answer.finishReason == .stop)
    #expect(
      answer.usage == TokenUsage(promptTokens: 20, completionTokens: 3, cachedPromptTokens: 8))
    let request = try #require(server.requests.first)
    #expect(request.path == "/v1/messages")
    #expect(request.headers["x-api-key"] == "sk-hush")
    #expect(request.headers["anthropic-version"] == "2023-06-01")
    let expected: JSONValue = [
      "model": "m-1", "max_tokens": 64, "system": "Be brief.",
      "messages": [["role": "user", "content": "Capital?"]], "temperature": 0.0,
      "stop_sequences": ["\n"],
    ]
    #expect(try JSONValue(parsing: request.body) == expected)
  }

  @Test func aCharacterThatNoStoreCanKeepIsReplaced() async throws {
    let server = try LoopbackServer { _ in .answer(body: Self.reply("Par\0is", "end_turn")) }
    defer { server.stop() }
    let answer = try await Self.model(server).answer(ModelRequest([.user("Capital?")]))
    #expect(answer.text == "Par\u{FFFD}is")
  }

  @Test(arguments: [
    ("max_tokens", FinishReason.length), ("stop_sequence", .stop),
    ("pause_turn", .other("pause_turn")),
    ("pause_turn", .other("pause_turn")),
  ])
  func theReasonOfTheEndIsRead(word: String, reason: FinishReason) async throws {
    let server = try LoopbackServer { _ in .answer(body: Self.reply("x", word)) }
    defer { server.stop() }
    #expect(try await Self.model(server).answer(ModelRequest([.user("Hi")])).finishReason == reason)
  }

  @Test func aRefusalIsNoEmptyAnswer() async throws {
    let server = try LoopbackServer { _ in .answer(body: Self.reply("", "refusal")) }
    defer { server.stop() }
    let error = await #expect(throws: LanguageModelError.self) {
      try await Self.model(server).answer(ModelRequest([.user("Hi")]))
    }
    #expect(error?.code == .refused)
  }

  @Test func providersAreSortedUniqueAndFound() {
    let names = RemoteProvider.all.map(\.name)
    #expect(names == Set(names).sorted())
    #expect(names.allSatisfy { RemoteProvider.named($0)?.name == $0 })
    #expect(RemoteProvider.named("local") == nil)
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import LanguageModels
import LoopbackServer
import Testing

struct ChatCompletionsModelTests {
  @Test func requestAndAnswerFollowTheProtocol() async throws {
    let usage: JSONValue = [
      "prompt_tokens": 20, "completion_tokens": 5, "prompt_tokens_details": ["cached_tokens": 16],
    ]
    let provider = try ScriptedProvider { _ in
      .answer(body: ScriptedProvider.reply("Paris", usage: usage))
    }
    let answer = try await provider.model.answer(
      ModelRequest(
        [.system("Be brief."), .user("Capital of France?")],
        temperature: 0.5,
        maximumTokens: 64,
        seed: 7,
        stop: ["\n"]
      )
    )
    #expect(answer.text == "Paris")
    #expect(answer.finishReason == .stop)
    #expect(answer.attempts == 1)
    #expect(answer.latency > .zero)
    #expect(
      answer.usage
        == TokenUsage(promptTokens: 20, completionTokens: 5, cachedPromptTokens: 16)
    )
    let expected: JSONValue = [
      "model": "m-1",
      "messages": [
        ["role": "system", "content": "Be brief."],
        ["role": "user", "content": "Capital of France?"],
      ],
      "temperature": 0.5, "max_tokens": 64, "seed": 7, "stop": ["\n"],
    ]
    #expect(provider.bodies == [expected])
    let request = try #require(provider.server.requests.first)
    #expect(request.method == "POST")
    #expect(request.path == "/v1/chat/completions")
    #expect(request.headers["content-type"] == "application/json")
    #expect(request.headers["authorization"] == "Bearer \(ScriptedProvider.key)")
  }

  @Test func aCharacterThatNoStoreCanKeepIsReplacedBeforeAnybodyReadsTheAnswer() async throws {
    let provider = try ScriptedProvider { _ in
      .answer(body: ScriptedProvider.reply("Let me\0see.\0\nAnswer: 4"))
    }
    let answer = try await provider.model.answer(ModelRequest([.user("2 + 2?")]))
    #expect(answer.text == "Let me\u{FFFD}see.\u{FFFD}\nAnswer: 4")
    let refusing = try ScriptedProvider { _ in
      .answer(body: ScriptedProvider.reply(nil, refusal: "I\0decline"))
    }
    #expect(await refusing.failure()?.message.contains("I\u{FFFD}decline") == true)
  }

  @Test func aProviderMayWantAnotherHeaderAnotherNameAndAQuery() async throws {
    let provider = try ScriptedProvider { endpoint in
      endpoint.baseURL += "/deployments/d/?api-version=2024"
      endpoint.keyHeader = .named("api-key")
      endpoint.tokenLimitName = "max_completion_tokens"
    } _: { _ in
      .answer(body: ScriptedProvider.reply("x"))
    }
    _ = try await provider.model.answer(ModelRequest([.user("Hi")], maximumTokens: 9))
    let request = try #require(provider.server.requests.first)
    #expect(request.path == "/v1/deployments/d/chat/completions?api-version=2024")
    #expect(request.headers["api-key"] == ScriptedProvider.key)
    #expect(request.headers["authorization"] == nil)
    #expect(provider.bodies.first?["max_completion_tokens"] == 9)
    #expect(provider.bodies.first?["max_tokens"] == nil)
  }

  @Test(arguments: [("length", FinishReason.length), ("tool", .other("tool")), ("stop", .stop)])
  func finishReasonsAreKept(text: String, reason: FinishReason) async throws {
    let provider = try ScriptedProvider { _ in
      .answer(body: ScriptedProvider.reply("cut of", finishReason: text))
    }
    let answer = try await provider.model.answer(ModelRequest([.user("Hi")]))
    #expect(answer.finishReason == reason)
    #expect(answer.text == "cut of")
  }

  @Test(arguments: ["", nil])
  func anEmptyAnswerIsANormalResult(text: String?) async throws {
    let provider = try ScriptedProvider { _ in .answer(body: ScriptedProvider.reply(text)) }
    let answer = try await provider.model.answer(ModelRequest([.user("Hi")]))
    #expect(answer.text == "")
    #expect(answer.finishReason == .stop)
  }

  @Test func aRefusalIsAnErrorAndIsNotRepeated() async throws {
    let provider = try ScriptedProvider { request in
      request.index == 0
        ? .answer(body: ScriptedProvider.reply(nil, refusal: "I will not."))
        : .answer(body: ScriptedProvider.reply(nil, finishReason: "content_filter"))
    }
    let declined = await provider.failure()
    #expect(declined?.code == .refused)
    #expect(declined?.message.contains("I will not.") == true)
    #expect(await provider.failure()?.code == .refused)
    #expect(provider.server.requests.count == 2)
  }

  @Test func missingCountsAreGuessedAndMarked() async throws {
    let provider = try ScriptedProvider { _ in
      .answer(body: ScriptedProvider.reply("12345", usage: nil))
    }
    let answer = try await provider.model.answer(ModelRequest([.user("12345678")]))
    #expect(
      answer.usage == TokenUsage(promptTokens: 2, completionTokens: 2, isEstimated: true)
    )
  }

  @Test func aRefusedSchemaIsReplacedAndNotSentAgain() async throws {
    let provider = try ScriptedProvider { request in
      request.body.contains("json_schema")
        ? .answer(status: 400, body: #"{"error":{"message":"json_schema is not supported"}}"#)
        : .answer(body: ScriptedProvider.reply("{}"))
    }
    let format = AnswerFormat.jsonSchema(name: "pair", ["type": "object"])
    let request = ModelRequest([.user("Hi")], answerFormat: format)
    #expect(try await provider.model.answer(request).attempts == 2)
    #expect(try await provider.model.answer(request).attempts == 1)
    let formats = provider.bodies.map { $0["response_format"] }
    let named: JSONValue = ["name": "pair", "strict": true, "schema": ["type": "object"]]
    #expect(
      formats == [
        ["type": "json_schema", "json_schema": named], ["type": "json_object"],
        ["type": "json_object"],
      ]
    )
    #expect(provider.delays.isEmpty)
  }

  @Test func aServerWithoutAnyFormatIsAskedForText() async throws {
    let provider = try ScriptedProvider { request in
      request.body.contains("response_format")
        ? .answer(status: 422, body: "unknown member") : .answer(body: ScriptedProvider.reply("{}"))
    }
    let request = ModelRequest([.user("Hi")], answerFormat: .jsonObject)
    #expect(try await provider.model.answer(request).attempts == 2)
    #expect(try await provider.model.answer(request).attempts == 1)
  }

  @Test func aRequestThatIsRefusedInEveryFormatTellsTheFirstReason() async throws {
    let provider = try ScriptedProvider { request in
      .answer(status: 400, body: #"{"error":{"message":"reason \#(request.index)"}}"#)
    }
    let request = ModelRequest([.user("Hi")], answerFormat: .jsonObject)
    let error = await provider.failure(of: request)
    #expect(error?.code == .invalidRequest)
    #expect(error?.message.contains("reason 0") == true)
    _ = await provider.failure(of: request)
    #expect(provider.bodies.filter { $0["response_format"] != nil }.count == 2)
  }

  @Test(arguments: ["context_length_exceeded", "exceed_context_size_error"])
  func aRequestThatIsTooLongIsSentOnce(code: String) async throws {
    let provider = try ScriptedProvider { _ in
      .answer(status: 400, body: #"{"error":{"type":"\#(code)","message":"too long"}}"#)
    }
    let format = AnswerFormat.jsonSchema(name: "pair", ["type": "object"])
    let error = await provider.failure(of: ModelRequest([.user("Hi")], answerFormat: format))
    #expect(error?.code == .contextExceeded)
    #expect(error?.attempts == 1)
    #expect(provider.server.requests.count == 1)
  }
}

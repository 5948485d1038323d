// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import LanguageModels
import Testing

struct ScriptedModelTests {
  @Test func aListIsAnsweredInOrderAndThenFails() async throws {
    let model = ScriptedLanguageModel(answers: ["one", "two"])
    #expect(try await model.answer(ModelRequest([.user("a")])).text == "one")
    let second = try await model.answer(ModelRequest([.user("b")]))
    #expect(second.text == "two")
    #expect(second.usage.isEstimated)
    #expect(second.latency == .zero)
    let error = await #expect(throws: LanguageModelError.self) {
      try await model.answer(ModelRequest([.user("c")]))
    }
    #expect(error?.code == .outOfScript)
    #expect(error?.callDigest == ModelRequest([.user("c")]).digest)
    #expect(model.requests.map { $0.messages[0].content } == ["a", "b", "c"])
  }

  @Test func aFunctionSeesTheRequestAndTheCount() async throws {
    let model = ScriptedLanguageModel { (request, index) throws(LanguageModelError) in
      "\(request.messages[0].content)\(index)"
    }
    #expect(try await model.answer(ModelRequest([.user("a")])).text == "a0")
    #expect(try await model.answer(ModelRequest([.user("b")])).text == "b1")
  }

  @Test func aReplayGivesTheRecordedAnswerAndNamesWhatIsMissing() async throws {
    let identity = ModelIdentity(provider: "openai", model: "m")
    let known = ModelRequest([.user("a")], sampleIndex: 1)
    let recorded = ModelAnswer(
      text: "x",
      usage: TokenUsage(promptTokens: 5, completionTokens: 1),
      latency: .seconds(2),
      attempts: 3
    )
    let replay = ReplayingLanguageModel(of: identity) { asked, request in
      asked == identity && request == known ? recorded : nil
    }
    #expect(replay.identity == identity)
    #expect(try await replay.answer(known) == recorded)
    let error = await #expect(throws: LanguageModelError.self) {
      try await replay.answer(ModelRequest([.user("a")]))
    }
    #expect(error?.code == .missingReplay)
    #expect(error?.message.contains("sample 0") == true)
  }

  @Test func aRecordThatCannotBeReadIsMalformed() async {
    struct Broken: Error {}
    let replay = ReplayingLanguageModel(of: ModelIdentity(provider: "p", model: "m")) { _, _ in
      throw Broken()
    }
    let error = await #expect(throws: LanguageModelError.self) {
      try await replay.answer(ModelRequest([.user("a")]))
    }
    #expect(error?.code == .malformed)
  }
}

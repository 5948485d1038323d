// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Foundation
import LanguageModels
import Testing

struct ModelRequestTests {
  private let request = ModelRequest(
    [.system("Be brief."), .user("Hi"), .assistant("Hello")],
    temperature: 0.7,
    maximumTokens: 99,
    seed: 3,
    answerFormat: .jsonSchema(name: "pair", ["type": "object"]),
    stop: ["END"],
    sampleIndex: 2
  )

  @Test func eachMemberChangesTheDigest() {
    let changes: [(inout ModelRequest) -> Void] = [
      { $0.messages[1].content = "Ho" }, { $0.messages[1].role = .system },
      { $0.messages.removeLast() }, { $0.temperature = 0.8 }, { $0.maximumTokens = 98 },
      { $0.seed = nil }, { $0.seed = 4 }, { $0.answerFormat = .text },
      { $0.answerFormat = .jsonSchema(name: "pair", ["type": "array"]) }, { $0.stop = [] },
      { $0.sampleIndex = 0 },
    ]
    let digests = changes.map { change in
      var changed = request
      change(&changed)
      return changed.digest
    }
    #expect(Set(digests + [request.digest]).count == changes.count + 1)
  }

  @Test func theDigestIsTheSameInEachRun() {
    let expected = """
      {"answer_format":"text","maximum_tokens":1024,"messages":[{"content":"Hi","role":"user"}],\
      "sample_index":0,"seed":null,"stop":[],"temperature":0.0}
      """
    #expect(ModelRequest([.user("Hi")]).digest == ContentDigest(of: expected))
  }

  @Test func requestsAnswersAndNamesSurviveCoding() throws {
    let answer = ModelAnswer(
      text: "x",
      usage: TokenUsage(promptTokens: 1, completionTokens: 2, cachedPromptTokens: 1),
      finishReason: .other("tool"),
      latency: .milliseconds(1500),
      attempts: 2
    )
    let encoder = JSONEncoder()
    let decoder = JSONDecoder()
    let restored = try decoder.decode(ModelRequest.self, from: encoder.encode(request))
    #expect(restored == request)
    #expect(restored.digest == request.digest)
    #expect(try decoder.decode(ModelAnswer.self, from: encoder.encode(answer)) == answer)
    for format in [AnswerFormat.text, .jsonObject] {
      #expect(try decoder.decode(AnswerFormat.self, from: encoder.encode(format)) == format)
    }
  }

  @Test func tokensAreGuessedAtFourBytesEachRoundedUp() {
    let usage = TokenUsage(
      estimatedFor: ModelRequest([.user("12345"), .user("é")]),
      answer: "123456789"
    )
    #expect(usage == TokenUsage(promptTokens: 2, completionTokens: 3, isEstimated: true))
    #expect(usage.totalTokens == 5)
  }
}

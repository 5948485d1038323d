// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import CanonicalJSON
import LanguageModels
import OPTO
import Testing
import Trace

@testable import Optimizers

struct OptoPrimeSmallTests {
  static let template = ParameterSpecification(
    name: "template", kind: .text, initialValue: "Answer it.\n\nQuestion: {q}", summary: "asks",
    requiredTexts: ["{q}"])

  /// A signal of a workflow that fills the template, asks and reads the answer.
  static func signal(
    question: String = "What is 2 + 3?", values: ParameterValues? = nil
  ) throws -> TrainingSignal {
    let values = values ?? ParameterValues(initialOf: [template])
    let tape = Tape()
    let node = tape.parameterNode(values["template"] ?? .none, for: template)
    let asked = tape.constant(.text(question), named: "question")
    let fill = bundle("fill", summary: "Fills the template.") { .text("\($0[0].plainText)!") }
    let ask = bundle("ask", summary: "Asks a model.") { _ in "I think 6" }
    let read = bundle("read", summary: "Reads the answer.") { _ in "6" }
    let prompt = try fill(["template": node, "question": asked])
    try read(["response": try ask(["prompt": prompt])]).backward("It should have been 5.")
    return TrainingSignal(
      values: values, score: 0.123, feedback: "It should have been 5.",
      view: try tape.functionView(), parameterNames: ["template0": "template"])
  }

  static func optimizer(_ settings: String, _ model: ScriptedLanguageModel) throws -> any Optimizer
  {
    let text = "optoprime-small" + (settings.isEmpty ? "" : ":\(settings)")
    return try #require(try OptimizerCatalog.optimizer(spelled: text)).make(
      OptimizerContext(
        parameters: [template], objective: "Answer correctly.", model: model,
        seed: Seed(rawValue: 0), proposalTokens: 1000))
  }

  static func adding(_ texts: String...) -> ScriptedLanguageModel {
    ScriptedLanguageModel(
      answers: texts.map { #"{"mistake":"m","instruction":"\#($0)"}"# })
  }

  @Test func anAdditionStandsBeforeTheParagraphOfThePlaceholder() async throws {
    var optimizer = try Self.optimizer("", Self.adding("Add the numbers."))
    let proposal = try await optimizer.propose(from: try Self.signal())
    #expect(proposal.values["template"] == "Answer it.\nAdd the numbers.\n\nQuestion: {q}")
    #expect(proposal.reasoning == "steps: m")
  }

  @Test func everyProposalOfAStepAsksForAnotherKindOfChangeAndPatternsAskNobody() async throws {
    let model = Self.adding("One.", "Two.", "Three.")
    var optimizer = try Self.optimizer("", model)
    let proposals = try await optimizer.candidates(from: try Self.signal())
    #expect(proposals.count == 5)
    #expect(Set(proposals.map(\.values)).count == 5)
    #expect(proposals.map(\.answerPath) == ["json", "json", "json", "pattern", "pattern"])
    #expect(proposals.allSatisfy { $0.values["template"]?.textValue?.contains("{q}") == true })
    let prompts = model.requests.map { $0.messages[1].content }
    #expect(Set(prompts).count == 3)
    // All that comes before the question is the same, for the cache of the server.
    let shared = prompts[0].split(separator: "Write ")[0]
    #expect(prompts.allSatisfy { $0.hasPrefix(shared) } && shared.contains("Case 1"))
    #expect(model.requests.allSatisfy { $0.maximumTokens == 320 && $0.temperature == 0 })
  }

  @Test func missedExamplesAreShownWithoutScoreAndOnlyTheLatest() async throws {
    let model = Self.adding("One.", "Two.", "Three.", "Four.")
    var optimizer = try Self.optimizer("cases=2", model)
    for question in ["first?", "second?", "third?", "second?"] {
      _ = try await optimizer.propose(from: try Self.signal(question: question))
    }
    let shown = try #require(model.requests.last).messages[1].content
    #expect(!shown.contains("first?"))
    let third = try #require(shown.firstRange(of: "question: third?"))
    let second = try #require(shown.firstRange(of: "question: second?"))
    #expect(third.lowerBound < second.lowerBound)
    #expect(shown.contains("ask: I think 6\noutput: 6\nfeedback: It should have been 5."))
    #expect(!shown.contains("0.123"))
  }

  @Test func aRewrittenTextGetsItsPlaceholderBackUnlessThatIsSwitchedOff() async throws {
    let answer = #"{"suggestion":{"template0":"Think first."}}"#
    var rescuing = try Self.optimizer("edit=rewrite", ScriptedLanguageModel(answers: [answer]))
    let rescued = try await rescuing.propose(from: try Self.signal())
    #expect(rescued.values["template"] == "Think first.\n\nQuestion: {q}")
    var strict = try Self.optimizer(
      "edit=rewrite+rescue=off", ScriptedLanguageModel(answers: [answer]))
    let refused = try await strict.propose(from: try Self.signal())
    #expect(refused.rejections.map(\.reason) == ["it does not contain {q}"])
  }

  @Test func anAdditionCannotRepeatItselfNorThePlaceholder() throws {
    let insertion = TextInsertion(requiredTexts: ["{q}"])
    #expect(
      try insertion.inserting("Look at {q}.", into: "{q}").get() == "Look at the q.\n\n{q}")
    #expect(throws: ValueConversion.Refusal.self) {
      try insertion.inserting("Answer it.", into: "Answer it.\n\n{q}").get()
    }
    #expect(throws: ValueConversion.Refusal.self) {
      try insertion.inserting("  ", into: "{q}").get()
    }
  }

  @Test func anExceptionIsSentBackInTheConversationThatLedToIt() async throws {
    let model = Self.adding("Bad.", "Good.")
    var optimizer = try Self.optimizer("candidates=1+patterns=0", model)
    let signal = try Self.signal()
    let first = try await optimizer.candidates(from: signal)
    let revised = try await optimizer.revise(first[0], after: signal)
    #expect(revised?.values["template"] == "Answer it.\nGood.\n\nQuestion: {q}")
    let conversation = try #require(model.requests.last).messages
    #expect(conversation.map(\.role) == [.system, .user, .assistant, .user])
    #expect(conversation.last?.content.contains("It should have been 5.") == true)
  }

  @Test func eachPartCanBeSwitchedOff() async throws {
    let model = Self.adding("One.")
    var optimizer = try Self.optimizer("strategies=off+brief=off+schema=off+prefix=off", model)
    #expect(optimizer.rule.acceptance == .better && optimizer.rule.repairsExceptions)
    _ = try await optimizer.propose(from: try Self.signal())
    let request = try #require(model.requests.first)
    #expect(request.answerFormat == .jsonObject)
    #expect(request.messages[1].content.contains("#Documentation"))
    let free = try Self.optimizer("accept=always+repair=off", model)
    #expect(free.rule.acceptance == .always && !free.rule.repairsExceptions)
  }
}

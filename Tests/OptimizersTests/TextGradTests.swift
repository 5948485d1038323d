// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import LanguageModels
import OPTO
import Testing
import Trace

@testable import Optimizers

struct TextGradTests {
  static let parameters = ["a", "b"].map { name in
    ParameterSpecification(
      name: name, kind: .integer(0...9), initialValue: .integer(name == "a" ? 2 : 3),
      summary: "the number \(name)")
  }

  /// The signal of (a * b) + (a * 4), in which a and the first product are shared with nothing else.
  static func signal(feedback: String = "It should be 30.") throws -> TrainingSignal {
    let tape = Tape()
    let values = ParameterValues(initialOf: parameters)
    let nodes = parameters.map { tape.parameterNode($0.initialValue, for: $0) }
    let multiply = bundle("multiply", summary: "Multiplies two numbers.") {
      .integer(($0[0].integerValue ?? 0) * ($0[1].integerValue ?? 0))
    }
    let add = bundle("add", summary: "Adds two numbers.") {
      .integer(($0[0].integerValue ?? 0) + ($0[1].integerValue ?? 0))
    }
    let left = try multiply(["x": nodes[0], "y": nodes[1]])
    let right = try multiply(["x": nodes[0], "y": tape.constant(4, named: "four")])
    try add(["x": left, "y": right]).backward(feedback)
    return TrainingSignal(
      values: values, score: 0.625, feedback: feedback, view: try tape.functionView(),
      parameterNames: ["a0": "a", "b0": "b"])
  }

  static func optimizer(_ settings: String, _ model: ScriptedLanguageModel) throws -> any Optimizer
  {
    let text = "textgrad" + (settings.isEmpty ? "" : ":\(settings)")
    return try #require(try OptimizerCatalog.optimizer(spelled: text)).make(
      OptimizerContext(
        parameters: parameters, objective: "Reach 30.", model: model, seed: Seed(rawValue: 0),
        proposalTokens: 100))
  }

  /// Numbers its criticisms and sets every variable to its call's number.
  static func model() -> ScriptedLanguageModel {
    ScriptedLanguageModel { (request, index) throws(LanguageModelError) in
      let asksForValue = request.messages[0].content.contains(TextGradPrompts.openTag)
      return asksForValue
        ? "Sure:\n<IMPROVED_VARIABLE>\n\(index)\n</IMPROVED_VARIABLE>" : "criticism \(index)"
    }
  }

  @Test func everyEdgeHasOneCallAndASharedVariableOneReduction() async throws {
    let model = Self.model()
    var optimizer = try Self.optimizer("", model)
    let proposal = try await optimizer.propose(from: try Self.signal())
    let questions = model.requests.map { $0.messages[1].content }
    let lastLines = questions.map { String($0.split(separator: "\n").last ?? "") }
    // add to both products; each product to its variables; a reduced; a and b updated.
    #expect(
      lastLines == [
        "What should be different about multiply0?", "What should be different about multiply1?",
        "What should be different about a0?", "What should be different about a0?",
        "What should be different about b0?", "criticism 3",
        "Write the improved value between <IMPROVED_VARIABLE> and </IMPROVED_VARIABLE>.",
        "Write the improved value between <IMPROVED_VARIABLE> and </IMPROVED_VARIABLE>.",
      ])
    #expect(questions[0].contains("Criticism of add0:\nIt should be 30."))
    #expect(questions[2].contains("Criticism of multiply1:\ncriticism 1"))
    #expect(questions[3].contains("Criticism of multiply0:\ncriticism 0"))
    #expect(questions[5].contains("criticism 2") && questions[6].contains("criticism 5"))
    #expect(questions[7].contains("criticism 4"))
    #expect(proposal.outcome == .updated)
    #expect(proposal.values["a"] == 6 && proposal.values["b"] == 7)
  }

  @Test func aVariableWithoutTagsOrOutOfBoundsKeepsItsValueAndTheOtherDoesNot() async throws {
    let answers =
      (0..<5).map { "criticism \($0)" } + [
        "both", "no tags", "<IMPROVED_VARIABLE>5</IMPROVED_VARIABLE>",
      ]
    var optimizer = try Self.optimizer("", ScriptedLanguageModel(answers: answers))
    let proposal = try await optimizer.propose(from: try Self.signal())
    #expect(proposal.values["a"] == 2 && proposal.values["b"] == 5)
    let outside =
      (0..<6).map { "c\($0)" }
      + ["<IMPROVED_VARIABLE>77</IMPROVED_VARIABLE>", "<IMPROVED_VARIABLE>x</IMPROVED_VARIABLE>"]
    var other = try Self.optimizer("", ScriptedLanguageModel(answers: outside))
    let refused = try await other.propose(from: try Self.signal())
    #expect(refused.outcome == .rejected && refused.rejections.count == 2)
  }

  @Test func earlierValuesAreShownWithTheVariable() async throws {
    let model = Self.model()
    var optimizer = try Self.optimizer("memory=1", model)
    _ = try await optimizer.propose(from: try Self.signal())
    _ = try await optimizer.propose(from: try Self.signal())
    let updates = model.requests.filter { $0.messages[0].content.contains("<IMPROVED_VARIABLE>") }
    #expect(
      updates.map { $0.messages[1].content.contains("had before:\n2") } == [
        false, false, true, false,
      ])
  }

  @Test(arguments: [("", false), ("accept=better", true)])
  func aRefusedValueIsAskedForAgainWithOtherSampling(settings: String, isHot: Bool) async throws {
    let model = ScriptedLanguageModel { (request, _) throws(LanguageModelError) in
      request.messages[0].content.contains(TextGradPrompts.openTag)
        ? "<IMPROVED_VARIABLE>7</IMPROVED_VARIABLE>" : "the same criticism"
    }
    var optimizer = try Self.optimizer(settings, model)
    for _ in 0..<2 { _ = try await optimizer.propose(from: try Self.signal()) }
    let updates = model.requests.filter { $0.messages[0].content.contains("<IMPROVED_VARIABLE>") }
    #expect(updates.count == 4)
    #expect(updates.prefix(2).allSatisfy { $0.temperature == 0 })
    #expect(updates.suffix(2).allSatisfy { $0.temperature == (isHot ? 0.9 : 0) })
    #expect(Set(updates.map(\.digest)).count == (isHot ? 4 : 2))
    let criticisms = model.requests.filter { $0.temperature > 0 }
    #expect(criticisms.count == (isHot ? 2 : 0))
  }
}

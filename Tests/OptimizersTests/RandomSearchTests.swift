// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import LanguageModels
import OPTO
import Testing
import Trace

@testable import Optimizers

struct RandomSearchTests {
  static func signal(_ parameters: [ParameterSpecification]) -> TrainingSignal {
    TrainingSignal(
      values: ParameterValues(initialOf: parameters), score: 0, feedback: "SECRET FEEDBACK",
      view: FunctionView(feedback: "SECRET FEEDBACK"), parameterNames: [:])
  }

  static func search(
    _ parameters: [ParameterSpecification], _ model: ScriptedLanguageModel, seed: UInt64 = 0
  ) -> RandomSearch {
    RandomSearch(
      OptimizerContext(
        parameters: parameters, objective: "SECRET OBJECTIVE", model: model,
        seed: Seed(rawValue: seed), proposalTokens: 50))
  }

  @Test func textsAreRewrittenWithoutSightOfTraceFeedbackOrObjective() async throws {
    let parameters = [
      ParameterSpecification(
        name: "prompt", kind: .text, initialValue: "Solve {q}.", summary: "asks",
        constraint: "has {q}")
    ]
    let model = ScriptedLanguageModel(answers: [#"{"suggestion":{"prompt":"Please solve {q}."}}"#])
    var search = Self.search(parameters, model)
    let proposal = try await search.propose(from: Self.signal(parameters))
    #expect(proposal.values["prompt"] == "Please solve {q}.")
    let shown = try #require(model.requests.first).messages.map(\.content).joined()
    #expect(!shown.contains("SECRET"))
    #expect(shown.contains("Solve {q}.") && shown.contains("has {q}"))
  }

  @Test func numbersAreDrawnOverTheirWholeRange() async throws {
    let parameters = [
      ParameterSpecification(
        name: "x", kind: .real(2...4), initialValue: 3.0, summary: "a number")
    ]
    var search = Self.search(parameters, ScriptedLanguageModel(answers: []))
    var drawn: [Double] = []
    for _ in 0..<400 {
      let proposal = try await search.propose(from: Self.signal(parameters))
      drawn.append(try #require(proposal.values["x"]?.realValue))
    }
    #expect(drawn.allSatisfy { (2...4).contains($0) })
    #expect(abs(drawn.reduce(0, +) / 400 - 3) < 0.1)
    #expect(drawn.contains { $0 < 2.1 } && drawn.contains { $0 > 3.9 })
  }

  @Test func allNumbersFlagsAndChoicesAreDrawnInEachStep() async throws {
    let parameters = [
      ParameterSpecification(name: "n", kind: .integer(0...1000), initialValue: 0, summary: "n"),
      ParameterSpecification(name: "x", kind: .real(nil), initialValue: .real(0), summary: "x"),
      ParameterSpecification(
        name: "c", kind: .choice(["p", "q", "r"]), initialValue: "p", summary: "c"),
      ParameterSpecification(
        name: "fixed", kind: .real(0...1), initialValue: .real(0), summary: "fixed",
        isTrainable: false),
    ]
    var search = Self.search(parameters, ScriptedLanguageModel(answers: []))
    var drawn: [ParameterValues] = []
    for _ in 0..<40 {
      drawn.append(try await search.propose(from: Self.signal(parameters)).values)
    }
    #expect(Set(drawn.map { $0["n"] }).count > 35)
    #expect(Set(drawn.map { $0["x"] }).count == 40)
    #expect(drawn.allSatisfy { (-10...10).contains($0["x"]?.realValue ?? .nan) })
    #expect(Set(drawn.map { $0["c"] }) == ["p", "q", "r"])
    #expect(drawn.allSatisfy { $0["fixed"] == .real(0) })
  }

  @Test func aStepDrawsTheNumbersOrRewritesOneText() async throws {
    let parameters = [
      ParameterSpecification(name: "n", kind: .integer(0...1000), initialValue: 0, summary: "n"),
      ParameterSpecification(name: "prompt", kind: .text, initialValue: "a", summary: "asks"),
    ]
    let model = ScriptedLanguageModel { (_, _) throws(LanguageModelError) in
      #"{"suggestion":{"prompt":"b"}}"#
    }
    var search = Self.search(parameters, model)
    var changed: [String] = []
    for _ in 0..<40 {
      let values = try await search.propose(from: Self.signal(parameters)).values
      changed.append((values["n"] == 0 ? "" : "n") + (values["prompt"] == "a" ? "" : "t"))
    }
    #expect(Set(changed) == ["n", "t"])
    #expect((10...30).contains(changed.count { $0 == "n" }))
  }

  @Test func anotherSeedAsksForOtherVariants() async throws {
    let parameters = [
      ParameterSpecification(name: "prompt", kind: .text, initialValue: "a", summary: "asks")
    ]
    var asked: Set<String> = []
    for seed in 0..<5 {
      let model = ScriptedLanguageModel(answers: [#"{"suggestion":{"prompt":"b"}}"#])
      var search = Self.search(parameters, model, seed: UInt64(seed))
      _ = try await search.propose(from: Self.signal(parameters))
      asked.insert(try #require(model.requests.first).digest.hex)
    }
    #expect(asked.count == 5)
  }
}

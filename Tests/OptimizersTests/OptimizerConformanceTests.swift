// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import LanguageModels
import OPTO
import Optimizers
import Testing
import Trace

/// What every optimizer of the catalogue has to do, whatever its method.
struct OptimizerConformanceTests {
  static let problem = CountingProblem(goal: 9)
  static let names = OptimizerCatalog.all.map(\.name)
  /// Optimizers that can change a whole number; the others are covered by the numeric tests.
  static let applicable = OptimizerCatalog.all
    .filter { $0.appliesTo([.integer(-5...50)]) }.map(\.name)

  /// Proposals on the first training examples, with the model's answers computed from the request.
  static func proposals(
    of name: String, seed: UInt64, steps: Int = 6, on problem: some OptimizationProblem = problem,
    model: ScriptedLanguageModel
  ) async throws -> [Proposal] {
    let description = try #require(try OptimizerCatalog.optimizer(spelled: name))
    var optimizer = description.make(
      OptimizerContext(
        parameters: problem.parameters, objective: problem.objective, model: model,
        seed: Seed(rawValue: seed), proposalTokens: 100))
    let oracle = TraceOracle(problem)
    var values = ParameterValues(initialOf: problem.parameters)
    var proposals: [Proposal] = []
    for example in problem.exampleIDs(in: .train).prefix(steps) {
      let (_, signal) = try await oracle.query(example, with: values)
      let proposal = try await optimizer.propose(from: signal)
      proposals.append(proposal)
      values = proposal.values
    }
    return proposals
  }

  static func proposals(
    of name: String, seed: UInt64, steps: Int = 6, answer: @escaping @Sendable (Int) -> String
  ) async throws -> [Proposal] {
    try await proposals(
      of: name, seed: seed, steps: steps,
      model: ScriptedLanguageModel { (_, index) throws(LanguageModelError) in answer(index) })
  }

  /// A number that every optimizer with a model can read, whichever form it asks for.
  static func answer(_ index: Int) -> String {
    let number = index % 40 + 2
    return #"{"suggestion":{"number0":\#(number),"number":\#(number)}} "#
      + "<IMPROVED_VARIABLE>\(number)</IMPROVED_VARIABLE>"
  }

  /// What a problem makes an optimizer ask and propose.
  static func behaviour(
    of name: String, on problem: some OptimizationProblem
  ) async throws -> (asked: [String], proposed: [Proposal]) {
    let model = ScriptedLanguageModel { (_, index) throws(LanguageModelError) in answer(index) }
    let proposed = try await proposals(of: name, seed: 3, on: problem, model: model)
    return (model.requests.map(\.digest.hex), proposed)
  }

  @Test(arguments: applicable)
  func theSameSeedGivesTheSameProposals(name: String) async throws {
    let first = try await Self.proposals(of: name, seed: 3, answer: Self.answer)
    #expect(name == "noop" || first.contains { $0.outcome == .updated })
    #expect(try await Self.proposals(of: name, seed: 3, answer: Self.answer) == first)
  }

  @Test(arguments: applicable)
  func frozenParametersAndBoundsAreKept(name: String) async throws {
    let answer: @Sendable (Int) -> String = { index in
      index % 2 == 0
        ? #"{"suggestion":{"offset0":5,"number0":99,"offset":5,"number":99}}"#
          + "<IMPROVED_VARIABLE>99</IMPROVED_VARIABLE>"
        : #"{"suggestion":{"offset":7}}"#
    }
    for proposal in try await Self.proposals(of: name, seed: 1, steps: 20, answer: answer) {
      #expect(proposal.values["offset"] == 1)
      let number = try #require(proposal.values["number"]?.integerValue)
      #expect((-5...50).contains(number))
    }
  }

  @Test(arguments: OptimizerCatalog.all.filter { $0.reads.contains(.feedback) }.map(\.name))
  func anAnswerThatCannotBeReadChangesNothingAndIsNoError(name: String) async throws {
    let proposals = try await Self.proposals(of: name, seed: 1) { _ in "I cannot help." }
    #expect(proposals.allSatisfy { $0.outcome == .invalidAnswer })
    #expect(Set(proposals.map(\.values)) == [ParameterValues(initialOf: Self.problem.parameters)])
  }

  /// Applicable optimizers, and some of their settings, that do not read a part of the signal.
  static func blind(to part: SignalPart) -> [String] {
    let settings = [
      "optoprime:memory=3", "optoprime:accept=better", "optoprime:masked", "textgrad:accept=better",
    ]
    let plain = applicable.filter { name in
      OptimizerCatalog.optimizer(named: name)?.reads.contains(part) == false
    }
    return plain + settings.filter { plain.contains(String($0.prefix { $0 != ":" })) }
  }

  @Test(arguments: blind(to: .score))
  func scoresChangeNothingForThoseWhoDoNotReadThem(name: String) async throws {
    let usual = try await Self.behaviour(of: name, on: AlteredFeedback())
    let other = try await Self.behaviour(of: name, on: AlteredFeedback(score: { 0.5 - $0 / 7 }))
    #expect(usual.asked == other.asked && usual.proposed == other.proposed)
  }

  @Test(arguments: blind(to: .feedback))
  func wordsChangeNothingForThoseWhoDoNotReadThem(name: String) async throws {
    let usual = try await Self.behaviour(of: name, on: AlteredFeedback())
    let other = try await Self.behaviour(
      of: name, on: AlteredFeedback(feedback: { _, _ in "Something else is wrong." }))
    #expect(usual.asked == other.asked && usual.proposed == other.proposed)
  }

  @Test(arguments: blind(to: .graph))
  func theTraceChangesNothingForThoseWhoDoNotReadIt(name: String) async throws {
    let usual = try await Self.behaviour(of: name, on: AlteredFeedback())
    let other = try await Self.behaviour(of: name, on: AlteredFeedback(hasDetour: true))
    #expect(usual.asked == other.asked && usual.proposed == other.proposed)
  }

  @Test func whoReadsAPartIsChangedByIt() async throws {
    let usual = try await Self.behaviour(of: "optoprime", on: AlteredFeedback())
    for altered in [
      AlteredFeedback(feedback: { _, _ in "Something else is wrong." }),
      AlteredFeedback(hasDetour: true),
    ] {
      #expect(try await Self.behaviour(of: "optoprime", on: altered).asked != usual.asked)
    }
    let scores = try await Self.behaviour(of: "nelder-mead", on: AlteredFeedback())
    let turned = try await Self.behaviour(of: "nelder-mead", on: AlteredFeedback(score: { -$0 }))
    #expect(scores.proposed != turned.proposed)
  }

  @Test(arguments: applicable)
  func emptyAndContradictoryFeedbackAndScoresThatAreNoNumbersAreSurvived(
    name: String
  ) async throws {
    let problems = [
      AlteredFeedback(feedback: { _, _ in "" }),
      AlteredFeedback(feedback: { text, example in
        example.rawValue.hasSuffix("1") ? "The sum has to be larger and smaller." : text
      }),
      AlteredFeedback(score: { _ in -.infinity }), AlteredFeedback(score: { _ in .nan }),
    ]
    for problem in problems {
      for proposal in try await Self.behaviour(of: name, on: problem).proposed {
        #expect(proposal.values["offset"] == 1)
        let number = try #require(proposal.values["number"]?.integerValue)
        #expect((-5...50).contains(number))
      }
    }
  }

  @Test(arguments: applicable)
  func aModelThatFailsIsAnErrorAndNoProposal(name: String) async throws {
    let description = try #require(OptimizerCatalog.optimizer(named: name))
    let model = ScriptedLanguageModel { (_, _) throws(LanguageModelError) in
      throw LanguageModelError(.serverFailed, "out of order")
    }
    guard description.modelUse == .always else {
      #expect(try await Self.proposals(of: name, seed: 1, model: model).count == 6)
      #expect(model.requests.isEmpty)
      return
    }
    let error = await #expect(throws: LanguageModelError.self) {
      try await Self.proposals(of: name, seed: 1, model: model)
    }
    #expect(error?.code == .serverFailed)
    #expect(model.requests.count == 1)
  }

  @Test(arguments: applicable)
  func onlyTheTrainingExampleAtHandIsAskedAbout(name: String) async throws {
    let model = ScriptedLanguageModel { (_, index) throws(LanguageModelError) in Self.answer(index)
    }
    let problem = AlteredFeedback(feedback: { text, example in "\(example.rawValue): \(text)" })
    _ = try await Self.proposals(of: name, seed: 1, steps: 3, on: problem, model: model)
    let asked = model.requests.flatMap(\.messages).map(\.content).joined(separator: "\n")
    for hidden in ["validation-", "test-", "train-3"] { #expect(!asked.contains(hidden)) }
    let description = try #require(OptimizerCatalog.optimizer(named: name))
    if description.modelUse == .always, description.reads.contains(.feedback) {
      #expect(asked.contains("train-0"))
    }
  }

  @Test func namesAreUniqueSortedAndFoundAgain() {
    #expect(Self.names == Set(Self.names).sorted())
    #expect(Self.names.allSatisfy { OptimizerCatalog.optimizer(named: $0)?.name == $0 })
    #expect(OptimizerCatalog.all.allSatisfy { !$0.summary.isEmpty && !$0.source.isEmpty })
  }
}

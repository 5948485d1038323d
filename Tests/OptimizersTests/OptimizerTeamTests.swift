// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import LanguageModels
import OPTO
import Optimizers
import Testing
import Trace

/// The sum of two numbers, each of which an optimizer of its own improves; one of them can be kept
/// out of the sum, so that feedback does not reach it.
private struct DividedSum: OptimizationProblem {
  let usesSecond: Bool

  var parameters: [ParameterSpecification] {
    ["first", "second"].map { name in
      ParameterSpecification(
        name: name, kind: .integer(0...9), initialValue: 1, summary: "a number of the sum")
    }
  }

  var parameterGroups: [[String]] { [["first"], ["second"]] }
  var objective: String { "Make the sum large." }
  func exampleIDs(in split: DatasetSplit) -> [ExampleID] { [ExampleID(rawValue: "sum")] }

  func forward(_ example: ExampleID, with parameters: BoundParameters) async throws -> TraceNode {
    let add = bundle("add", summary: "Adds numbers.") { numbers in
      .integer(numbers.reduce(0) { $0 + ($1.integerValue ?? 0) })
    }
    let first = try parameters.node("first")
    guard usesSecond else { return try add(["first": first]) }
    return try add(["first": first, "second": try parameters.node("second")])
  }

  func assess(_ output: TraceNode, for example: ExampleID) async throws -> Assessment {
    Assessment(score: 0, feedback: "The sum is too small.", outcome: .incorrect)
  }
}

struct OptimizerTeamTests {
  /// What a team of OptoPrime proposes when every member wants to change both numbers.
  private func proposal(
    usesSecond: Bool, answers: [String]
  ) async throws -> (proposal: Proposal, calls: Int) {
    let problem = DividedSum(usesSecond: usesSecond)
    let model = ScriptedLanguageModel(answers: answers)
    let description = try #require(try OptimizerCatalog.optimizer(spelled: "optoprime"))
    var team = description.make(
      OptimizerContext(
        parameters: problem.parameters, objective: problem.objective, model: model,
        seed: Seed(rawValue: 0), proposalTokens: 100), groups: problem.parameterGroups)
    let (_, signal) = try await TraceOracle(problem).query(
      ExampleID(rawValue: "sum"), with: ParameterValues(initialOf: problem.parameters))
    return (try await team.propose(from: signal), model.requests.count)
  }

  private static func answer(_ first: Int, _ second: Int) -> String {
    #"{"reasoning": "", "suggestion": {"first0": \#(first), "second0": \#(second)}}"#
  }

  @Test func everyMemberChangesItsOwnParametersAlone() async throws {
    let (proposal, calls) = try await proposal(
      usesSecond: true, answers: [Self.answer(5, 9), Self.answer(8, 7)])
    #expect(calls == 2)
    #expect(proposal.outcome == .updated)
    #expect(proposal.values["first"] == 5)
    #expect(proposal.values["second"] == 7)
  }

  @Test func whoseParametersNoFeedbackReachesIsNotAsked() async throws {
    let (proposal, calls) = try await proposal(usesSecond: false, answers: [Self.answer(5, 9)])
    #expect(calls == 1)
    #expect(proposal.values["first"] == 5)
    #expect(proposal.values["second"] == 1)
  }

  @Test func oneUpdateIsAnUpdateWhateverTheOthersSay() async throws {
    for answers in [[Self.answer(5, 5), "nonsense"], ["nonsense", Self.answer(5, 5)]] {
      let (proposal, _) = try await proposal(usesSecond: true, answers: answers)
      #expect(proposal.outcome == .updated, "\(answers)")
    }
  }
}

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

  /// Proposals on the first training examples, with the model's answers computed from the request.
  static func proposals(
    of name: String, seed: UInt64, steps: Int = 6, answer: @escaping @Sendable (Int) -> String
  ) async throws -> [Proposal] {
    let description = try #require(OptimizerCatalog.optimizer(named: name))
    let model = ScriptedLanguageModel { (_, index) throws(LanguageModelError) in answer(index) }
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

  @Test(arguments: names)
  func theSameSeedGivesTheSameProposals(name: String) async throws {
    let answer: @Sendable (Int) -> String = { index in
      let number = index % 40 + 2
      return #"{"suggestion":{"number0":\#(number),"number":\#(number)}} "#
        + "<IMPROVED_VARIABLE>\(number)</IMPROVED_VARIABLE>"
    }
    let first = try await Self.proposals(of: name, seed: 3, answer: answer)
    #expect(name == "noop" || first.contains { $0.outcome == .updated })
    #expect(try await Self.proposals(of: name, seed: 3, answer: answer) == first)
  }

  @Test(arguments: names)
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

  @Test func namesAreUniqueSortedAndFoundAgain() {
    #expect(Self.names == Set(Self.names).sorted())
    #expect(Self.names.allSatisfy { OptimizerCatalog.optimizer(named: $0)?.name == $0 })
    #expect(OptimizerCatalog.all.allSatisfy { !$0.summary.isEmpty && !$0.source.isEmpty })
  }
}

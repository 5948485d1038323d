// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import CanonicalJSON
import LanguageModels
import OPTO
import Testing
import Trace

@testable import Optimizers

struct Editor: Optimizer {
  let context: OptimizerContext

  mutating func propose(from signal: TrainingSignal) async throws -> Proposal {
    var proposal = Proposal(.noChange, values: signal.values)
    guard let parameter = context.trainable.first,
      let value = signal.values[parameter.name]
    else { return proposal }
    let question = """
      This value is used for: \(parameter.summary)
      \(value.plainText)
      What was said of the result: \(signal.feedback)
      Write a better value, and nothing else.
      """
    let answer = try await context.model.answer(
      ModelRequest([.user(question)], maximumTokens: context.proposalTokens))
    let reader = SuggestionReader(
      parameters: context.parameters, names: [:], checkCode: context.checkCode)
    try await reader.apply(.init(parameter.name, .string(answer.text)), to: &proposal)
    if proposal.values != signal.values {
      proposal.outcome = .updated
    } else if !proposal.rejections.isEmpty {
      proposal.outcome = .rejected
    }
    return proposal
  }
}

extension OptimizerDescription {
  static let editor = OptimizerDescription(
    name: "editor", summary: "Asks for a better text, given the feedback.",
    source: "the article on adding an optimizer", reads: [.feedback], modelUse: .always,
    appliesTo: { kinds in kinds.contains(.text) }
  ) { context in Editor(context: context) }
}

/// The code of the article on adding an optimizer, compiled and run.
struct AddingAnOptimizerTests {
  private static func propose(answer: String) async throws -> Proposal {
    let problem = PromptProblem()
    var optimizer = OptimizerDescription.editor.make(
      OptimizerContext(
        parameters: problem.parameters, objective: problem.objective,
        model: ScriptedLanguageModel(answers: [answer]), seed: Seed(rawValue: 0),
        proposalTokens: 100))
    let example = try #require(problem.exampleIDs(in: .train).first)
    let values = ParameterValues(initialOf: problem.parameters)
    let (_, signal) = try await TraceOracle(problem).query(example, with: values)
    return try await optimizer.propose(from: signal)
  }

  @Test func theOptimizerOfTheArticleTakesATextAndRefusesOneAgainstItsConstraint() async throws {
    let taken = try await Self.propose(answer: "Say a number. {question}")
    #expect(taken.outcome == .updated)
    #expect(taken.values["template"] == "Say a number. {question}")
    let refused = try await Self.propose(answer: "Say a number.")
    #expect(refused.outcome == .rejected)
    #expect(refused.rejections.map(\.parameter) == ["template"])
  }

  @Test func codeOfTheArticleIsCodeOfThisFile() throws {
    let article = Article("Sources/Optimizers/Optimizers.docc/AddingAnOptimizer.md")
    #expect(try article.blocks(of: "swift").count == 2)
    #expect(try article.blocks(of: "swift", missingIn: #filePath).isEmpty)
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import CanonicalJSON
import LanguageModels
import OPTO
import Testing
import Trace

@testable import Optimizers

struct OptoPrimeTests {
  static let problem = CountingProblem(goal: 9, start: 3)

  static func signal(number: Int = 3) async throws -> TrainingSignal {
    var values = ParameterValues(initialOf: problem.parameters)
    values["number"] = .integer(number)
    return try await TraceOracle(problem).query(ExampleID(rawValue: "train-0"), with: values).signal
  }

  static func context(_ model: ScriptedLanguageModel) -> OptimizerContext {
    OptimizerContext(
      parameters: problem.parameters, objective: problem.objective, model: model,
      seed: Seed(rawValue: 0), proposalTokens: 100)
  }

  static func optimizer(_ text: String, _ model: ScriptedLanguageModel) throws -> any Optimizer {
    let description = try OptimizerCatalog.optimizer(spelled: text)
    return try #require(description).make(context(model))
  }

  @Test func thePromptHasTheSectionsOfThePaperInTheirOrder() async throws {
    let prompt = OptoPrimePrompt(objective: "Reach the goal.", signal: try await Self.signal())
    #expect(
      prompt.text == """
        This is the problem:

        #Instruction
        Reach the goal.

        #Code
        add0 = add(x=number0, y=offset0)

        #Documentation
        [add] Adds two numbers.

        #Variables
        (int) number0=3

        #Constraints
        (int) number0: a whole number from -5 to 50

        #Inputs
        (int) offset0=1

        #Others


        #Outputs
        (int) add0=4

        #Feedback
        The sum has to be larger.

        Your answer:
        """)
  }

  @Test func maskedSectionsKeepTheirHeadingAndLoseTheirContent() async throws {
    let prompt = OptoPrimePrompt(
      objective: "Reach the goal.", signal: try await Self.signal(),
      style: OptoPrimeStyle(masked: [.code, .documentation, .inputs]))
    #expect(prompt.text.contains("#Code\n\n\n#Documentation\n\n\n#Variables\n(int) number0=3"))
    #expect(!prompt.text.contains("offset0"))
  }

  @Test func memoryShowsEarlierValuesOldestFirstAndNotThePresentOnes() async throws {
    let model = ScriptedLanguageModel { (_, index) throws(LanguageModelError) in
      #"{"suggestion":{"number0":\#(index + 4)}}"#
    }
    var optimizer = try Self.optimizer("optoprime:memory=2", model)
    for number in [3, 4, 5, 6] {
      _ = try await optimizer.propose(from: try await Self.signal(number: number))
    }
    let shown = try #require(model.requests.last?.messages.last?.content)
    let tried = shown.split(separator: "\n").filter { $0.contains("\"number0\"") }
    #expect(tried.count == 2)
    #expect(tried.first?.contains("4") == true)
    #expect(tried.last?.contains("5") == true)
    #expect(model.requests[0].messages.last?.content.contains("tried before") == false)
  }

  @Test func theAnswerIsBoundByASchemaThatNamesEachShownVariableAndItsType() async throws {
    let model = ScriptedLanguageModel(answers: [#"{"suggestion":{"number0":8}}"#])
    var optimizer = OptoPrime(Self.context(model))
    let proposal = try await optimizer.propose(from: try await Self.signal())
    #expect(proposal.outcome == .updated)
    #expect(proposal.values["number"] == 8)
    guard case .jsonSchema(_, let schema)? = model.requests.first?.answerFormat else {
      Issue.record("no schema was asked for")
      return
    }
    let variables = schema["properties"]?["suggestion"]?["properties"]
    #expect(variables?["number0"]?["type"] == "integer")
    #expect(variables?.members?.count == 1)
  }

  @Test func oneRefusedValueDoesNotCostTheOthersAndTellsWhy() async throws {
    let model = ScriptedLanguageModel(answers: [#"{"suggestion":{"offset0":4,"number0":8,"z":1}}"#])
    var optimizer = OptoPrime(Self.context(model))
    let proposal = try await optimizer.propose(from: try await Self.signal())
    #expect(proposal.values["number"] == 8)
    #expect(
      proposal.rejections.map(\.reason)
        == ["this variable must not be changed", "there is no variable of this name"])
  }

  @Test func aFailedCallIsThrownAndNotTakenForAnAnswer() async throws {
    var optimizer = OptoPrime(Self.context(ScriptedLanguageModel(answers: [])))
    let signal = try await Self.signal()
    await #expect(throws: LanguageModelError.self) { try await optimizer.propose(from: signal) }
  }

  @Test func codeThatTheCheckRefusesIsRejectedWithItsReason() async throws {
    let parameter = ParameterSpecification(
      name: "f", kind: .code(CodeSignature(entryPoint: "f", parameters: ["x"])),
      initialValue: "def f(x): return x", summary: "a function")
    let reader = SuggestionReader(parameters: [parameter], names: [:]) { source, signature in
      source.contains("y") ? "\(signature.entryPoint) uses y" : nil
    }
    let values = ParameterValues(initialOf: [parameter])
    let refused = try await reader.proposal(
      from: #"{"suggestion":{"f":"def f(x): return y"}}"#, changing: values)
    #expect(refused.outcome == .rejected)
    #expect(refused.rejections == [.init(parameter: "f", reason: "f uses y")])
    let accepted = try await reader.proposal(
      from: #"{"suggestion":{"f":"def f(x): return x + 1"}}"#, changing: values)
    #expect(accepted.outcome == .updated)
  }

  @Test func aTextWithoutItsPlaceholderIsRejected() async throws {
    let parameter = ParameterSpecification(
      name: "t", kind: .text, initialValue: "Solve {q}.", summary: "asks", requiredTexts: ["{q}"])
    let reader = SuggestionReader(parameters: [parameter], names: [:], checkCode: nil)
    let values = ParameterValues(initialOf: [parameter])
    let refused = try await reader.proposal(
      from: #"{"suggestion":{"t":"Solve 1 + 1."}}"#, changing: values)
    #expect(refused.rejections == [.init(parameter: "t", reason: "it does not contain {q}")])
    let accepted = try await reader.proposal(
      from: #"{"suggestion":{"t":"Do {q}."}}"#, changing: values)
    #expect(accepted.values["t"] == "Do {q}.")
  }
}

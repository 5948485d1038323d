// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchmarkSuites
import CanonicalJSON
import Datasets
import OPTO
import QuestionAnswering
import Trace

/// The solution of one question as an OPTO problem.
///
/// The parameter is the text of the solution. While it is empty the model writes one, so that every
/// optimizer begins with the same. The training example is the critic's reading of it, the test
/// example compares its letter with the answer.
struct SolutionProblem: OptimizationProblem {
  private let question: Example
  private let peeks: Bool
  private let resources: SuiteResources

  /// Poses a question.
  init(_ question: Example, peeks: Bool, resources: SuiteResources) {
    self.question = question
    self.peeks = peeks
    self.resources = resources
  }

  private static let rule = ExtractionRule.textGradLetter
  private static let name = "solution"

  static let parameters = [
    ParameterSpecification(
      name: name, kind: .text, initialValue: .text(""),
      summary: """
        the solution of the question: the reasoning step by step, and a last line "Answer: LETTER"; \
        while it is empty, a model writes one
        """)
  ]

  var parameters: [ParameterSpecification] { Self.parameters }

  var objective: String { Self.objective }

  private static let objective = """
    Revise the solution of the question so that its answer is right. The feedback is the word of a \
    critic who does not know the answer and may err. Write the whole solution anew, with its \
    reasoning, and end it with a line "Answer: LETTER".
    """

  private static let solver = """
    You answer questions with four choices. Think step by step. End with a line of the form \
    "Answer: LETTER", where LETTER is A, B, C or D and nothing comes after it.
    """

  private static let critic = """
    You examine solutions of questions with four choices. You do not know the right answer. Go \
    through the solution step by step, test each step and each number, and look for what it left \
    out. Say in a few sentences which steps are wrong or doubtful and how to mend them, or that you \
    find no fault. Do not write a solution of your own.
    """

  /// The digest of all texts and rules that decide what a trial measures.
  static func digest(peeks: Bool) -> ContentDigest {
    ContentDigest(
      of: [
        "parameter": .string(parameters[0].summary), "objective": .string(objective),
        "solver": .string(solver), "critic": .string(critic), "rule": .string(rule.name),
        "peeks": .bool(peeks),
      ])
  }

  private var critique: ExampleID { ExampleID(rawValue: "critique of \(question.id)") }
  private var test: ExampleID { ExampleID(rawValue: question.id) }

  func exampleIDs(in split: DatasetSplit) -> [ExampleID] {
    switch split {
    case .train: [critique]
    case .validation: []
    case .test: [test]
    }
  }

  func forward(_ id: ExampleID, with parameters: BoundParameters) async throws -> TraceNode {
    try check(id)
    let resources = resources
    let solve = bundle(
      "solve",
      summary: "Returns the solution as it is, or lets a model write one while it is empty."
    ) { arguments in
      let texts = arguments.map { $0.textValue ?? "" }
      guard texts[1].allSatisfy(\.isWhitespace) else { return .text(texts[1]) }
      return .text(try await resources.response(to: texts[0], system: Self.solver))
    }
    let text = parameters.tape.constant(.text(question.input), named: "question")
    return try await solve(["question": text, Self.name: try parameters.node(Self.name)])
  }

  func assess(_ output: TraceNode, for id: ExampleID) async throws -> Assessment {
    try check(id)
    let solution = output.value.textValue ?? ""
    let isRight = Self.rule.isCorrect(solution, for: question)
    guard id == critique else {
      return Assessment(
        score: isRight ? 1 : 0, feedback: isRight ? "The answer is right." : "The answer is wrong.",
        outcome: isRight
          ? .correct
          : Self.rule.findsAnswer(in: solution, for: question) ? .incorrect : .invalidAnswer)
    }
    let word = try await resources.response(
      to: "Question:\n\(question.input)\n\nSolution:\n\(solution)\n\nWhat is wrong with it?",
      system: Self.critic)
    // Without a peek the score tells nothing, whoever reads it.
    let isTold = peeks && isRight
    return Assessment(
      score: isTold ? 1 : 0, feedback: word, outcome: isTold ? .correct : .incorrect)
  }

  /// Solutions that were tested are texts; what a critic would say only the model knows.
  func output(storedAs answer: String, for id: ExampleID) -> TraceValue? {
    id == test ? .text(answer) : nil
  }

  /// The letter of the answer.
  func vote(of answer: String) -> String? { Self.rule.answer(in: answer, for: question) }

  private func check(_ id: ExampleID) throws {
    guard id == critique || id == test else {
      throw ProblemError(.unknownExample, "there is no example called \(id)")
    }
  }
}

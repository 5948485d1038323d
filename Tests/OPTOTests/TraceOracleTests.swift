// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import CanonicalJSON
import OPTO
import Testing
import Trace

struct TraceOracleTests {
  static let example = ExampleID(rawValue: "train-0")

  @Test func aQueryReturnsTheTraceAsSeenFromTheTrainableParameters() async throws {
    let problem = CountingProblem(goal: 7)
    let oracle = TraceOracle(problem)
    var values = ParameterValues(initialOf: problem.parameters)
    values["number"] = .integer(3)
    let (evaluation, signal) = try await oracle.query(Self.example, with: values)
    #expect(evaluation.answer == "4")
    #expect(evaluation.assessment.outcome == .incorrect)
    #expect(signal.feedback == "The sum has to be larger.")
    #expect(signal.view.feedback == "The sum has to be larger.")
    #expect(signal.view.code == ["add0 = add(x=number0, y=offset0)"])
    #expect(signal.view.variables.map(\.name) == ["number0"])
    #expect(signal.view.inputs.map(\.name) == ["offset0"])
    #expect(signal.view.constraints.map(\.text) == ["a whole number from -5 to 50"])
    #expect(signal.parameterNames["number0"] == "number")
  }

  @Test func whatIsScoredAndToldIsWhatAStoreCanKeep() async throws {
    let problem = EchoProblem(text: "a\0b")
    let values = ParameterValues(initialOf: problem.parameters)
    let (evaluation, signal) = try await TraceOracle(problem).query(Self.example, with: values)
    #expect(evaluation.answer == "a\u{FFFD}b")
    #expect(evaluation.assessment.score == 0.25)
    #expect(signal.feedback == "It was a\u{FFFD}b, and \u{FFFD}.")
    #expect(try await problem.reassess(evaluation.answer, for: Self.example) == evaluation)
    #expect(signal.view.outputs.map(\.text) == ["a\0b"])
  }

  @Test func aWorkflowThatRaisesIsAResultWithTheLowestScore() async throws {
    let problem = CountingProblem(goal: 7, start: -2, mood: .raisesBelowZero)
    let values = ParameterValues(initialOf: problem.parameters)
    let (evaluation, signal) = try await TraceOracle(problem).query(Self.example, with: values)
    #expect(evaluation.assessment.outcome == .exception)
    #expect(evaluation.assessment.score == 0)
    #expect(evaluation.answer == "(ValueError) a negative number")
    #expect(signal.view.variables.map(\.name) == ["number0"])
    #expect(signal.feedback.contains("a negative number"))
  }

  @Test func whatKeepsAnEvaluationFromBeingMadeIsThrownAndNotScored() async {
    let problem = CountingProblem(goal: 7, mood: .isOut)
    let values = ParameterValues(initialOf: problem.parameters)
    await #expect(throws: ProblemError.self) {
      try await TraceOracle(problem).evaluate(Self.example, with: values)
    }
  }

  @Test func unknownNamesDoNotEnterAState() {
    var values = ParameterValues(initialOf: CountingProblem(goal: 1).parameters)
    let before = values
    values["other"] = .integer(3)
    #expect(values == before)
  }

  @Test func aStateIsReadBackFromItsJSON() throws {
    let specifications = [
      ParameterSpecification(
        name: "gain", kind: .real(nil), initialValue: 1.5, summary: "a gain"),
      ParameterSpecification(
        name: "text", kind: .text, initialValue: "a\n\"b\"", summary: "a text"),
      ParameterSpecification(
        name: "list", kind: .text, initialValue: ["x", 1, nil, true], summary: "a list"),
    ]
    var values = ParameterValues(initialOf: specifications)
    values["gain"] = .real(2)
    let json = values.jsonValue
    #expect(json.text == #"{"gain":2.0,"text":"a\n\"b\"","list":["x",1,null,true]}"#)
    #expect(try ParameterValues(json: json, for: specifications) == values)
    #expect(values.digest != ParameterValues(initialOf: specifications).digest)
    #expect(throws: ProblemError.self) {
      try ParameterValues(json: ["gain": 1], for: specifications)
    }
  }
}

/// A problem whose output is its parameter, and whose score counts what the guide saw.
private struct EchoProblem: OptimizationProblem {
  let text: String

  var parameters: [ParameterSpecification] {
    [
      ParameterSpecification(
        name: "text", kind: .text, initialValue: .text(text), summary: "what is said")
    ]
  }

  let objective = "Say it."

  func exampleIDs(in split: DatasetSplit) -> [ExampleID] { [TraceOracleTests.example] }

  func forward(
    _ example: ExampleID, with parameters: BoundParameters
  ) async throws -> TraceNode {
    let echo = bundle("echo", summary: "Says the text.") { $0[0] }
    return try echo(["text": try parameters.node("text")])
  }

  func assess(_ output: TraceNode, for example: ExampleID) async throws -> Assessment {
    let seen = output.value.textValue ?? ""
    return Assessment(
      score: 1 / Double(1 + seen.unicodeScalars.count { $0 != "\0" }),
      feedback: "It was \(seen), and \0.", outcome: .incorrect)
  }

  func output(storedAs answer: String, for example: ExampleID) -> TraceValue? { .text(answer) }
}

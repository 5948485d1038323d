// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import NumericalEnvironment
import OPTO
import Testing
import Trace

struct ProgramProblemTests {
  /// y = (x + 2) / x, with the target 3 for x = 1; at x = -1 the output is -1.
  private let goal = HiddenGoal(
    seed: 0,
    program: ArithmeticProgram(lines: [
      .init(.add, .input, .constant(2)),
      .init(.multiply, .input, .constant(3)),
      .init(.divide, .result(0), .input),
    ]),
    goalInput: 1
  )

  private func query(
    _ input: Double, task: ProgramTask = .nontrivial
  ) async throws -> (evaluation: Evaluation, signal: TrainingSignal) {
    let problem = ProgramProblem(goal, number: 0, task: task)
    var values = ParameterValues(initialOf: problem.parameters)
    values[ProgramProblem.inputName] = .real(input)
    return try await TraceOracle(problem).query(problem.example, with: values)
  }

  @Test func theTraceIsTheProgramUpToItsOutput() async throws {
    let signal = try await query(-1).signal
    #expect(signal.view.code == ["add0 = add(x=x0, y=int0)", "divide0 = divide(x=add0, y=x0)"])
    #expect(signal.view.variables.map(\.text) == ["-1.0"])
    #expect(signal.view.outputs.map(\.text) == ["-1.0"])
    #expect(signal.parameterNames == ["x0": "x"])
  }

  @Test func feedbackSaysTheDirectionAndNotTheTarget() async throws {
    let below = try await query(-1).evaluation
    #expect(below.assessment.feedback == "The output -1.0 should be larger.")
    #expect(below.assessment.score == -4)
    #expect(below.assessment.outcome == .incorrect)
    let above = try await query(0.5).evaluation
    #expect(above.assessment.feedback == "The output 5.0 should be smaller.")
    #expect(above.assessment.score == -2)
  }

  @Test func theGoalInputIsCorrect() async throws {
    let assessment = try await query(1).evaluation.assessment
    #expect(assessment.outcome == .correct)
    #expect(assessment.score == 0)
  }

  @Test func onlyThePublishedTaskAsksForEquality() async throws {
    let near = 1 + 1e-7
    #expect(try await query(near).evaluation.assessment.outcome == .correct)
    #expect(try await query(near, task: .published).evaluation.assessment.outcome == .incorrect)
    #expect(try await query(1, task: .published).evaluation.assessment.outcome == .correct)
  }

  @Test func anInputOutOfRangeIsAnExceptionOfTheGraph() async throws {
    let (evaluation, signal) = try await query(6, task: .bounded)
    #expect(evaluation.assessment.outcome == .exception)
    #expect(evaluation.assessment.score == -.infinity)
    #expect(evaluation.assessment.feedback.contains("x is 6.0 but has to be from -5.0 to 5.0"))
    #expect(signal.view.code == ["exception_check_input0 = check_input(x=x0)"])
    #expect(try await query(1, task: .bounded).evaluation.assessment.outcome == .correct)
  }

  @Test func aDivisionByZeroGivesTheDividend() async throws {
    #expect(try await query(0).evaluation.answer == "2.0")
  }
}

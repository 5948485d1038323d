// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import OPTO
import Trace

extension CodeDebuggingProblem {
  /// The code of a program's functions as parameters.
  static func parameters(of program: FaultyProgram) -> [ParameterSpecification] {
    program.functions.map { function in
      ParameterSpecification(
        name: function.name,
        kind: .code(CodeSignature(entryPoint: function.name, parameters: function.parameters)),
        initialValue: .text(function.faulty), summary: purpose(of: function, in: program))
    }
  }

  /// What the program is asked for, for optimizers that read the objective.
  static func objective(for program: FaultyProgram) -> String {
    let count = program.functions.count
    let first = program.functions[0]
    let rest = program.functions.dropFirst().map { "\($0.name), with what it returns" }
    let calls =
      count == 1
      ? "The program is the function \(first.name)."
      : "The program calls \(first.name), then \(rest.joined(separator: ", then "))."
    return """
      The program does not do what it should. Find the fault and change the code so that it does \
      what its specification says, for all inputs and not only for those of the tests that are \
      shown.
      \(calls)
      Specification: \(program.specification)
      """
  }

  /// What a function is for, for optimizers that read no objective.
  private static func purpose(
    of function: FaultyProgram.Function, in program: FaultyProgram
  ) -> String {
    guard let place = program.functions.firstIndex(of: function), program.functions.count > 1 else {
      return program.specification
    }
    return "number \(place + 1) of the \(program.functions.count) functions of a program, each "
      + "called with what the one before returned. The program: \(program.specification)"
  }

  /// The digest of what decides what optimizers see and how code is judged, beside the program
  /// itself: the same for all programs, so that their results stand in one table.
  static func workflowDigest(_ level: FeedbackLevel) -> ContentDigest {
    let functions = ["first", "second"].map {
      FaultyProgram.Function(name: $0, parameters: ["x"], faulty: "", correct: nil)
    }
    let programs = [functions, Array(functions.prefix(1))].map {
      FaultyProgram(name: "", specification: "?", functions: $0, visible: [], hidden: [])
    }
    let wording = programs.map { program -> JSONValue in
      let parameters = parameters(of: program).map { parameter -> JSONValue in
        [
          .string(parameter.summary), parameter.shownConstraint.map { .string($0) } ?? .null,
        ]
      }
      return [.string(objective(for: program)), .array(parameters)]
    }
    return ContentDigest(
      of: [
        "wording": .array(wording), "level": .string(level.rawValue),
        "shows_call": .bool(level.includes(.call)),
        "feedback": .array(CodeDebuggingFeedback.wording(level).map { .string($0) }),
        "cpu_seconds": .real(ProgramTester.cpuTime / .seconds(1)),
        "most_endless": .integer(ProgramTester.mostEndless),
      ])
  }
}

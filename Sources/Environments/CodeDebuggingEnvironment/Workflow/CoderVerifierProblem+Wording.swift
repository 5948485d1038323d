// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import CodeExecution
import OPTO
import Trace

extension CoderVerifierProblem {
  /// The verifier as a parameter; it begins with the first visible test.
  static func verifier(of program: FaultyProgram) -> ParameterSpecification {
    let function = program.functions[0]
    let names = function.parameters.joined(separator: ", ")
    var test = "[[], None]"
    if case .call(let arguments, let expected, _)? = program.visible.first {
      test = TraceValue(json: [.array(arguments), expected]).literal
    }
    return ParameterSpecification(
      name: name, kind: .code(CodeSignature(entryPoint: name, parameters: [])),
      initialValue: .text("def \(name)():\n    return \(test)"),
      summary: """
        returns one test of \(function.name), as a list of two elements: the list of its arguments \
        \(names), and the value that the call has to return
        """)
  }

  /// What the verifier is for.
  static let duty = """
    The verifier returns one test of the program. The test is good when a program that passes it is \
    right: choose a call on which the fault shows, and work out by the specification what it has to \
    return.
    """

  /// What is said of a stage; it is about the program or about the verifier.
  static func feedback(on stage: VerifierStage, of program: FaultyProgram) -> String {
    guard let run = stage.run else {
      let count = program.functions[0].parameters.count
      return """
        The verifier returned no test. Return a list of two elements: a list of the \(count) \
        arguments of \(program.functions[0].name), and the value that the call has to return.
        """
    }
    guard run.isPassed else {
      return CodeDebuggingFeedback(.call, on: program.functions).text(on: TestReport([run]))
    }
    guard stage.report?.isPassed == true else {
      return """
        The program passes this test and is not right: the test does not validate the function. \
        Change the verifier so that it returns another call, on which a program with such a fault \
        goes wrong, with the value that the specification asks for.
        """
    }
    return "The program passes the test and is right. Nothing has to be changed."
  }

  /// All that is said of a program, by which trials with other sentences are told apart.
  private static func wording(of program: FaultyProgram) -> [String] {
    func report(_ value: JSONValue) -> PythonReport {
      PythonReport(outcome: .value(value, typeName: "int"), output: "", cpuTime: .zero)
    }
    let runs = [0, 1].map { TestRun(test: program.visible[0], reports: [report(.integer($0))]) }
    let stages = [
      VerifierStage(verifier: report(0), run: nil, report: nil),
      VerifierStage(verifier: report(0), run: runs[0], report: nil),
      VerifierStage(verifier: report(0), run: runs[1], report: TestReport([runs[0]])),
      VerifierStage(verifier: report(0), run: runs[1], report: TestReport([runs[1]])),
    ]
    return stages.flatMap { [feedback(on: $0, of: program), $0.verdict] }
  }

  /// The digest of what decides what optimizers see and how code is judged.
  static var workflowDigest: ContentDigest {
    let function = FaultyProgram.Function(name: "f", parameters: ["x"], faulty: "", correct: nil)
    let call = ProgramTest.call(arguments: [0], expected: 1, tolerance: 0)
    let program = FaultyProgram(
      name: "", specification: "?", functions: [function], visible: [call], hidden: [])
    let verifier = verifier(of: program)
    return ContentDigest(
      of: [
        "base": .string(CodeDebuggingProblem.workflowDigest(.call).hex), "duty": .string(duty),
        "verifier": [.string(verifier.summary), verifier.initialValue.jsonValue],
        "feedback": .array(wording(of: program).map { .string($0) }),
      ])
  }
}

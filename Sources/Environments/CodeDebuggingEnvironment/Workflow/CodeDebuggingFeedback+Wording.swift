// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import CodeExecution

extension CodeDebuggingFeedback {
  /// The feedback on reports of all kinds, by which trials with other sentences are told apart.
  static func wording(_ level: FeedbackLevel) -> [String] {
    let functions = ["first", "second"].map {
      FaultyProgram.Function(name: $0, parameters: ["x"], faulty: "", correct: nil)
    }
    let exception = PythonException(
      type: "T", message: "m", annotatedSource: "source", traceback: "", line: 1)
    let outcomes: [PythonOutcome] = [
      .value(1, typeName: "int"), .value("1", typeName: "str"), .exception(exception),
      .syntaxError(exception),
      .limit(PythonLimit(kind: .cpuTime, message: "m", exception: exception)),
      .limit(PythonLimit(kind: .memory, message: "m", exception: nil)), .value(2, typeName: "int"),
    ]
    let tests: [ProgramTest] = [
      .call(arguments: [0], expected: 2, tolerance: 0),
      .script(PublishedTest(name: "test", source: "", statement: "")),
    ]
    let feedback = CodeDebuggingFeedback(level, on: functions)
    return tests.flatMap { test in
      let missing = TestRun(test: test, reports: [])
      return outcomes.map { outcome in
        let report = PythonReport(outcome: outcome, output: "printed", cpuTime: .zero)
        let run = TestRun(test: test, reports: [report])
        return feedback.text(on: TestReport(run.isPassed ? [run] : [run, missing]))
      }
    }
  }
}

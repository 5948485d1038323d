// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import CodeExecution
import Testing

@testable import CodeDebuggingEnvironment

struct CodeDebuggingFeedbackTests {
  private static let functions = [
    FaultyProgram.Function(name: "f", parameters: ["x"], faulty: "", correct: nil)
  ]

  private static func run(
    _ argument: JSONValue, _ expected: JSONValue, _ outcome: PythonOutcome?, printed: String = ""
  ) -> TestRun {
    let reports = outcome.map { PythonReport(outcome: $0, output: printed, cpuTime: .zero) }
    return TestRun(
      test: .call(arguments: [argument], expected: expected, tolerance: 0),
      reports: reports.map { [$0] } ?? [])
  }

  private static func text(_ level: FeedbackLevel, _ runs: TestRun...) -> String {
    CodeDebuggingFeedback(level, on: functions).text(on: TestReport(runs))
  }

  private static let exception = PythonException(
    type: "IndexError", message: "too far", annotatedSource: "SOURCE <--- here", traceback: "")
  private static let passed = run(1, 1, .value(1, typeName: "int"))
  private static let wrong = run("a", [1], .value([2], typeName: "list"), printed: "seen a")
  private static let raised = run(.null, true, .exception(exception))
  private static let change = "Change the code so that it does what its specification says."

  @Test(arguments: FeedbackLevel.allCases)
  func whenAllPassNothingHasToBeChanged(level: FeedbackLevel) {
    #expect(Self.text(level, Self.passed) == "All 1 tests pass. Nothing has to be changed.")
  }

  @Test func theLowestLevelTellsTheCountAlone() {
    let text = Self.text(.count, Self.passed, Self.wrong, Self.raised)
    #expect(text == "1 of 3 tests pass.\n" + Self.change)
  }

  @Test func theSecondLevelTellsTheFirstFailingCall() {
    #expect(
      Self.text(.call, Self.passed, Self.wrong, Self.raised) == """
        1 of 3 tests pass.
        This call fails: f('a')
        It should return [1] and returns [2].
        \(Self.change)
        """)
    #expect(
      Self.text(.call, Self.raised) == """
        0 of 1 tests pass.
        This call fails: f(None)
        It should return True and raises (IndexError) too far.
        \(Self.change)
        """)
  }

  @Test func theThirdLevelAddsTheAnnotatedSource() {
    let text = Self.text(.trace, Self.raised, Self.wrong)
    #expect(text.contains("The code with what it raised:\nSOURCE <--- here\n"))
    #expect(!text.contains("seen a") && !text.contains("f('a')"))
    #expect(!Self.text(.trace, Self.wrong).contains("The code with"))
  }

  @Test func theSourceOfAPublishersTestIsNotShown() {
    let limit = PythonLimit(kind: .cpuTime, message: "too long", exception: Self.exception)
    let test = ProgramTest.script(PublishedTest(name: "t", source: "", statement: "t()"))
    for outcome in [PythonOutcome.exception(Self.exception), .limit(limit)] {
      let report = PythonReport(outcome: outcome, output: "", cpuTime: .zero)
      let text = Self.text(.full, TestRun(test: test, reports: [report]))
      #expect(text.contains("This test fails: t") && !text.contains("SOURCE"), "\(text)")
    }
  }

  @Test func theHighestLevelAddsWhatWasPrintedAndOtherFailures() {
    let text = Self.text(.full, Self.wrong, Self.raised, Self.passed)
    #expect(text.contains("\nThe call printed: seen a\nThese fail as well: f(None).\n"))
    let many = (0..<7).map { Self.run(.integer($0), 9, .value(0, typeName: "int")) }
    let report = TestReport([Self.wrong] + many)
    let all = CodeDebuggingFeedback(.full, on: Self.functions).text(on: report)
    #expect(all.contains("These fail as well: f(0), f(1), f(2), f(3), f(4) and 2 more."))
  }

  @Test func aCallWithoutEndNamesItsLimitAndWhereItWas() {
    let limit = PythonLimit(
      kind: .cpuTime, message: "the call used more than 1 s", exception: Self.exception)
    let run = Self.run(1, 2, .limit(limit))
    #expect(
      Self.text(.trace, run).contains(
        "It should return 2 and does not end: the call used more than 1 s."))
    #expect(!Self.text(.trace, run).contains("SOURCE"))
    #expect(
      Self.text(.full, run).contains(
        "The code with the line at which it was stopped:\nSOURCE <--- here"))
  }

  @Test func aValueOfAnotherTypeSaysSo() {
    let run = Self.run(1, 2, .value("2", typeName: "str"))
    #expect(Self.text(.call, run).contains("It should return 2 and returns '2' of type str."))
  }

  @Test func longValuesAndPrintsAreCut() {
    let long = String(repeating: "x", count: 1000)
    let run = Self.run(.string(long), 1, .value(.string(long), typeName: "str"), printed: long)
    #expect(Self.text(.full, run).count < 1500)
    #expect(Self.text(.full, run).contains("x ..."))
  }

  @Test func pipelinesAreWrittenAsNestedCalls() {
    let functions = ["f", "g"].map {
      FaultyProgram.Function(name: $0, parameters: ["x"], faulty: "", correct: nil)
    }
    let text = CodeDebuggingFeedback(.call, on: functions).text(on: TestReport([Self.wrong]))
    #expect(text.contains("This call fails: g(f('a'))"))
  }

  @Test func levelsHaveDifferentWordings() {
    let wordings = FeedbackLevel.allCases.map { CodeDebuggingFeedback.wording($0) }
    #expect(Set(wordings).count == 4)
  }
}

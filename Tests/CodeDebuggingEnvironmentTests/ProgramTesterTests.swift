// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import CanonicalJSON
import CodeExecution
import Testing

@testable import CodeDebuggingEnvironment

@Suite(.enabled("needs python3 and a sandbox") { await SharedSandbox.isAvailable() })
struct ProgramTesterTests {
  private static func call(_ argument: JSONValue, returns expected: JSONValue) -> ProgramTest {
    .call(arguments: [argument], expected: expected, tolerance: 1e-9)
  }

  private static func run(
    _ tests: [ProgramTest], _ sources: String...
  ) async throws -> TestReport {
    let functions = ["first", "second"].prefix(sources.count).map {
      FaultyProgram.Function(name: $0, parameters: ["x"], faulty: "", correct: nil)
    }
    let program = FaultyProgram(
      name: "p", specification: "", functions: functions, visible: tests, hidden: tests)
    let tester = ProgramTester(program, in: try await SharedSandbox.sandbox())
    return try await tester.run(tests, sources: sources)
  }

  /// The tests detect the fault of every program, and accept every program without it.
  @Test func theTestsTellCorrectProgramsFromFaultyOnes() async throws {
    let sandbox = try await SharedSandbox.sandbox()
    for program in try FrozenDraw.programs.get() {
      let tester = ProgramTester(program, in: sandbox)
      let (faulty, correct) = (
        program.functions.map(\.faulty), program.functions.compactMap(\.correct)
      )
      for tests in [program.visible, program.hidden] {
        let without = try await tester.run(tests, sources: correct)
        #expect(without.isPassed && without.passedCount == tests.count, "\(program.name)")
        let with = try await tester.run(tests, sources: faulty)
        #expect(!with.isPassed, "\(program.name)")
      }
    }
  }

  @Test func functionsAreCalledOneAfterTheOther() async throws {
    let report = try await Self.run(
      [Self.call(3, returns: 8), Self.call(4, returns: 8)], "def first(x): return x + 1",
      "def second(x): return 2 * x")
    #expect(report.runs.map(\.isPassed) == [true, false])
    #expect(
      report.runs[0].reports.map(\.outcome) == [
        .value(4, typeName: "int"), .value(8, typeName: "int"),
      ])
  }

  @Test func aFunctionThatRaisesEndsItsTestOnly() async throws {
    let report = try await Self.run(
      [Self.call(0, returns: 1), Self.call(2, returns: 1)], "def first(x): return 2 // x",
      "def second(x): return x")
    #expect(report.runs.map(\.isPassed) == [false, true])
    #expect(report.runs.map(\.reports.count) == [1, 2])
    #expect(report.shownRun == report.runs[0])
    guard case .exception(let exception)? = report.runs[0].outcome else {
      Issue.record("\(report.runs[0])")
      return
    }
    #expect(exception.type == "ZeroDivisionError")
  }

  @Test func afterTwoTestsWithoutEndTheRestIsNotRunAndFails() async throws {
    let tests = (0..<4).map { Self.call(.integer($0), returns: .integer($0)) }
    let source = "def first(x):\n  while x in (1, 2):\n    pass\n  return x"
    let report = try await Self.run(tests, source)
    #expect(report.runs.map(\.isPassed) == [true, false, false, false])
    #expect(report.runs.map(\.isEndless) == [false, true, true, false])
    #expect(report.runs.map(\.reports.count) == [1, 1, 1, 0])
    guard case .limit(let limit)? = report.runs[1].outcome else {
      Issue.record("\(report.runs[1])")
      return
    }
    #expect(limit.message == "the call used more than 1 s of processor time")
    #expect(limit.exception?.line == 2 || limit.exception?.line == 3)
  }

  @Test func aPublishersTestPassesWhenItDoesNotRaise() async throws {
    let source = "LIMIT = 3\ndef check(f): assert f(LIMIT) == 6"
    let test = ProgramTest.script(
      PublishedTest(name: "check", source: source, statement: "check(first)"))
    let right = try await Self.run([test], "def first(x): return 2 * x")
    #expect(right.isPassed)
    let wrong = try await Self.run([test], "def first(x): return x")
    #expect(!wrong.isPassed)
    #expect(wrong.runs[0].outcome != nil)
  }

  @Test func codeThatWritesAnAnswerAndLeavesPassesNoPublishersTest() async throws {
    let source = "def check(f): assert f(3) == 6"
    let test = ProgramTest.script(
      PublishedTest(name: "check", source: source, statement: "check(first)"))
    for value in ["true", "\"token\""] {
      let answer = #"{"value": \#(value), "type": "bool", "outcome": "value"}"#
      let report = try await Self.run(
        [test],
        """
        import os
        for descriptor in range(3, 20):
            try:
                os.write(descriptor, b'\(answer)')
            except OSError:
                pass
        os._exit(0)
        """)
      #expect(!report.isPassed, "\(report.runs)")
    }
    let right = try await Self.run([test], "def first(x): return 2 * x")
    #expect(right.runs[0].outcome == .value(true, typeName: "bool"))
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
package import CodeExecution

/// Runs the tests of a program in the sandbox, each function of each test in a process of its own.
package struct ProgramTester: Sendable {
  /// The processor time of one call of a function; a test that needs more is failed.
  package static let cpuTime = Duration.seconds(1)
  /// Tests that took too long after which the rest is not run and counts as failed.
  package static let mostEndless = 2
  /// The function that a publisher's test is run by.
  private static let scriptEntry = "optobench_run_published_test"

  /// The function that lists what a generator gives.
  private static let listEntry = "optobench_list_values"

  private let program: FaultyProgram
  private let sandbox: PythonSandbox

  /// Creates a tester.
  package init(_ program: FaultyProgram, in sandbox: PythonSandbox) {
    self.program = program
    self.sandbox = sandbox
  }

  /// Runs tests one after the other.
  ///
  /// - Parameters:
  ///   - tests: The tests.
  ///   - sources: The source texts of the program's functions.
  /// - Returns: The report, in the order of the tests.
  /// - Throws: `SandboxError` when the sandbox failed, and `CancellationError`.
  /// - Complexity: O(*n*) calls of the sandbox in tests and functions.
  package func run(_ tests: [ProgramTest], sources: [String]) async throws -> TestReport {
    var runs: [TestRun] = []
    for test in tests {
      guard runs.count(where: \.isEndless) < Self.mostEndless else {
        runs.append(TestRun(test: test, reports: []))
        continue
      }
      runs.append(TestRun(test: test, reports: try await reports(of: test, sources: sources)))
    }
    return TestReport(runs)
  }

  private func reports(of test: ProgramTest, sources: [String]) async throws -> [PythonReport] {
    switch test {
    case .call(let arguments, _, _):
      var values = arguments
      var reports: [PythonReport] = []
      for (function, source) in zip(program.functions, sources) {
        let report = try await report(of: function, source, values)
        reports.append(report)
        guard case .value(let value, _) = report.outcome else { break }
        values = [value]
      }
      return reports
    case .script(let test):
      return [try await report(of: test, sources: sources)]
    }
  }

  /// Runs a publisher's test, whose value becomes whether the test came to its end.
  ///
  /// The test runs in the process of the program, which could write an answer of its own and leave.
  /// Only the end of the test gives back a token that is drawn anew for each run, is not in the
  /// source and is in no report, so that such an answer is none.
  private func report(of test: PublishedTest, sources: [String]) async throws -> PythonReport {
    let end =
      "def \(Self.scriptEntry)(token):\n    \(test.statement)\n    return token\n"
    let source = (sources + [test.source, end]).joined(separator: "\n\n")
    let token = Self.makeToken()
    let report = try await report(source, Self.scriptEntry, [token])
    guard case .value(let value, _) = report.outcome else { return report }
    return PythonReport(
      outcome: .value(.bool(value == token), typeName: "bool"), output: report.output,
      cpuTime: report.cpuTime)
  }

  /// A token from the system's source of randomness: it must not be guessed, and reaches no result.
  private static func makeToken() -> JSONValue {
    var source = SystemRandomNumberGenerator()
    let words = (0..<2).map { _ in UInt64.random(in: .min ... .max, using: &source) }
    return .string(words.map { String($0, radix: 36) }.joined())
  }

  private func report(
    of function: FaultyProgram.Function, _ source: String, _ arguments: [JSONValue]
  ) async throws -> PythonReport {
    guard function.isGenerator else { return try await report(source, function.name, arguments) }
    let listing =
      "def \(Self.listEntry)(*arguments):\n    return list(\(function.name)(*arguments))\n"
    return try await report("\(source)\n\n\(listing)", Self.listEntry, arguments)
  }

  private func report(
    _ source: String, _ entryPoint: String, _ arguments: [JSONValue]
  ) async throws -> PythonReport {
    try await sandbox.report(
      on: PythonCall(
        source: source, entryPoint: entryPoint, arguments: arguments, cpuTime: Self.cpuTime))
  }
}

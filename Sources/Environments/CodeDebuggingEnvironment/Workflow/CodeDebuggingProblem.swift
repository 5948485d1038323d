// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchmarkSuites
import CanonicalJSON
package import CodeExecution
package import OPTO
package import Trace

/// The repair of one program as an OPTO problem, in the manner of the Trace library's introduction:
/// the code of its functions is what optimizers change.
///
/// One example is a run of all tests of a kind: the visible ones train and validate, the hidden ones
/// test. The trace shows the first call that fails, or the last one when none does, and no call when
/// the feedback tells the count alone; the output is how many tests pass. The fault is removed when
/// all pass, and the score is the share that does.
package struct CodeDebuggingProblem: OptimizationProblem {
  /// The code of the functions, in the order in which they are called.
  package let parameters: [ParameterSpecification]
  /// What is asked, with the specification.
  package let objective: String
  private let program: FaultyProgram
  private let feedback: CodeDebuggingFeedback
  private let tester: ProgramTester
  private let memory = TestMemory()

  /// Poses a program.
  package init(_ program: FaultyProgram, feedback level: FeedbackLevel, in sandbox: PythonSandbox) {
    self.program = program
    parameters = Self.parameters(of: program)
    objective = Self.objective(for: program)
    feedback = CodeDebuggingFeedback(level, on: program.functions)
    tester = ProgramTester(program, in: sandbox)
  }

  /// The visible tests to train and validate, the hidden ones to test.
  package func exampleIDs(in split: DatasetSplit) -> [ExampleID] {
    [split == .test ? Self.hidden : Self.visible]
  }

  static let visible = ExampleID(rawValue: "visible tests")
  static let hidden = ExampleID(rawValue: "hidden tests")

  /// Runs all tests of the example and records the call that is shown, if any is.
  ///
  /// - Throws: `SandboxError` when the sandbox failed, ``ProblemError`` for an unknown example.
  package func forward(
    _ example: ExampleID, with parameters: BoundParameters
  ) async throws -> TraceNode {
    let codes = try self.parameters.map { try parameters.node($0.name) }
    let report = try await report(on: example, sources: codes.map(\.value.plainText))
    guard let run = report.shownRun else {
      throw ProblemError(.evaluationFailed, "\(program.name) has no tests")
    }
    let count = CodeDebuggingFeedback.count(of: report)
    guard feedback.tellsCalls else { return try Self.counted(count, codes: codes) }
    let shown: TraceNode
    do {
      shown = try await record(run, codes: codes)
    } catch let error as ExecutionError {
      shown = error.node
    }
    return try Self.counting { _ in .text(count) }(["result": shown])
  }

  /// Scores the share of tests that pass.
  ///
  /// - Throws: as ``forward(_:with:)``.
  package func assess(_ output: TraceNode, for example: ExampleID) async throws -> Assessment {
    let sources = output.tape.parameters.prefix(parameters.count).map(\.value.plainText)
    let report = try await report(on: example, sources: sources)
    return Assessment(
      score: Double(report.passedCount) / Double(report.runs.count),
      feedback: feedback.text(on: report), outcome: report.isPassed ? .correct : .incorrect)
  }

  func report(on example: ExampleID, sources: [String]) async throws -> TestReport {
    guard [Self.visible, Self.hidden].contains(example) else {
      throw ProblemError(.unknownExample, "\(program.name) has no example called \(example)")
    }
    let tests = example == Self.hidden ? program.hidden : program.visible
    let key = TestMemory.Key(example: example.rawValue, sources: sources)
    return try await memory.report(for: key) { [tester] in
      try await tester.run(tests, sources: sources)
    }
  }
}

extension CodeDebuggingProblem {
  private static func counting(
    _ body: @escaping @Sendable ([TraceValue]) throws -> TraceValue
  ) -> BundledFunction {
    bundle(
      "run_tests",
      summary: "Calls the program as all its tests do, of which result is one, and counts those "
        + "that pass.",
      body)
  }

  /// Records the count as what follows from the code, without any call.
  private static func counted(_ count: String, codes: [TraceNode]) throws -> TraceNode {
    let counting = bundle(
      "run_tests", summary: "Calls the program as all its tests do, and counts those that pass."
    ) { _ in .text(count) }
    if codes.count == 1 { return try counting(["program": codes[0]]) }
    let empty = codes[0].tape.constant(.list([]), named: "program")
    return try counting(["program": try codes.reduce(empty) { try $0.appending($1) }])
  }

  /// Records the calls of a run as they went, without making them again.
  func record(_ run: TestRun, codes: [TraceNode]) async throws -> TraceNode {
    guard case .call(let arguments, _, _) = run.test else {
      return try recordScript(run, codes: codes)
    }
    var inputs: [(key: String, operand: any TraceOperand)] = []
    for (index, argument) in arguments.enumerated() {
      let names = program.functions[0].parameters
      let name = index < names.count ? names[index] : "argument_\(index)"
      inputs.append((name, TraceValue(json: argument)))
    }
    var last = codes[0]
    for (index, report) in run.reports.enumerated() {
      let call = CodeBundle(program.functions[index].name) { _, _ in try report.outcome.value }
      last = try await call.applied(to: inputs, code: codes[index])
      guard index + 1 < program.functions.count else { break }
      inputs = [(program.functions[index + 1].parameters[0], last)]
    }
    return last
  }

  private func recordScript(_ run: TestRun, codes: [TraceNode]) throws -> TraceNode {
    guard case .script(let test) = run.test, let outcome = run.outcome else { return codes[0] }
    let check = bundle("run_test", summary: "Runs one test on the program.") { _ in
      try outcome.valueWithoutSource
    }
    return try check(["program": codes[0], "test": TraceValue.text(test.name)])
  }
}

extension PythonOutcome {
  /// As ``value``, but what is thrown holds no source text, which would be that of the test.
  fileprivate var valueWithoutSource: TraceValue {
    get throws {
      do {
        return try value
      } catch let error as OperatorException {
        throw OperatorException(type: error.type, message: error.message, stage: error.stage)
      }
    }
  }

  /// The value for the trace.
  ///
  /// - Throws: `OperatorException` for every other ending.
  var value: TraceValue {
    get throws {
      switch self {
      case .value(let value, _): return TraceValue(json: value)
      case .exception(let exception): throw OperatorException(exception)
      case .syntaxError(let exception): throw OperatorException(exception, stage: .compiling)
      case .limit(let limit): throw OperatorException(limit)
      }
    }
  }
}

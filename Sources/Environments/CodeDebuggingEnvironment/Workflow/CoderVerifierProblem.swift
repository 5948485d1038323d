// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchmarkSuites
import CanonicalJSON
import CodeExecution
import OPTO
import Trace

/// The repair of a program by two optimizers: one changes the program until it passes the test of a
/// verifier, the other changes the verifier while its test lets a program pass that is not right, as
/// in the introductory notebook of the Trace library.
///
/// The verifier is a function without parameters that returns a test: the arguments of one call and
/// the value that the call has to return. Feedback goes to the program while it fails that test, and
/// to the verifier while its test is none or proves nothing, which the visible tests tell. The
/// hidden tests decide, as in the suite without a verifier.
///
/// The training score is the share of visible tests that pass, and 0 while nobody has asked them,
/// because the program fails the verifier's test or there is none.
struct CoderVerifierProblem: OptimizationProblem {
  let parameters: [ParameterSpecification]
  let objective: String
  private let program: FaultyProgram
  private let base: CodeDebuggingProblem
  private let sandbox: PythonSandbox
  private let stages = StageMemory()

  /// Poses a program of one function whose tests are calls.
  init(_ program: FaultyProgram, in sandbox: PythonSandbox) {
    self.program = program
    self.sandbox = sandbox
    base = CodeDebuggingProblem(program, feedback: .call, in: sandbox)
    parameters = Self.parameters(of: program)
    objective = base.objective + "\n" + Self.duty
  }

  /// The code of the program and of the verifier.
  static func parameters(of program: FaultyProgram) -> [ParameterSpecification] {
    CodeDebuggingProblem.parameters(of: program) + [verifier(of: program)]
  }

  /// The name of the parameter that is the verifier's code.
  static let name = "verifier"

  var parameterGroups: [[String]] { [base.parameters.map(\.name), [Self.name]] }

  func exampleIDs(in split: DatasetSplit) -> [ExampleID] { base.exampleIDs(in: split) }

  /// Runs the verifier and the program on its test, and the visible tests once it is passed; of the
  /// hidden tests the program alone is run.
  ///
  /// - Throws: `ExecutionError` when the verifier or the program raises an exception, `SandboxError`
  ///   when the sandbox failed, `ProblemError` for an unknown example.
  func forward(_ example: ExampleID, with parameters: BoundParameters) async throws -> TraceNode {
    guard example == CodeDebuggingProblem.visible else {
      return try await base.forward(example, with: parameters)
    }
    let codes = try base.parameters.map { try parameters.node($0.name) }
    let verifier = try parameters.node(Self.name)
    let stage = try await stage(codes.map(\.value.plainText), verifier.value.plainText)
    let call = CodeBundle(Self.name) { _, _ in try stage.verifier.outcome.value }
    let test = try await call([:], code: verifier)
    guard let run = stage.run else {
      return try Self.judging("read_test", "Reads what the verifier returned as a test.", stage)([
        "test": test
      ])
    }
    guard run.isPassed else {
      return try Self.judging(
        "run_test", "Compares what the program returned with what the verifier expects.", stage)(
          ["result": try await base.record(run, codes: codes)])
    }
    guard stage.report?.isPassed == true else {
      return try Self.judging(
        "validate_test", "Tells whether a program that passes the test is right.", stage)([
          "test": test
        ])
    }
    return try Self.judging("validate", "Tells whether the program is right.", stage)(
      ["result": try await base.record(run, codes: codes)])
  }

  func assess(_ output: TraceNode, for example: ExampleID) async throws -> Assessment {
    guard example == CodeDebuggingProblem.visible else {
      return try await base.assess(output, for: example)
    }
    let sources = output.tape.parameters.map(\.value.plainText)
    let stage = try await stage(sources.dropLast(), sources.last ?? "")
    let share = stage.report.map { Double($0.passedCount) / Double($0.runs.count) } ?? 0
    return Assessment(
      score: share, feedback: Self.feedback(on: stage, of: program),
      outcome: stage.report?.isPassed == true ? .correct : .incorrect)
  }

  private func stage(
    _ codes: some Sequence<String>, _ verifier: String
  ) async throws -> VerifierStage {
    let codes = Array(codes)
    return try await stages.stage(for: codes + [verifier]) { [base, program, sandbox] in
      let call = PythonCall(
        source: verifier, entryPoint: Self.name, arguments: [], cpuTime: ProgramTester.cpuTime)
      let answer = try await sandbox.report(on: call)
      guard case .value(let value, _) = answer.outcome,
        let test = VerifierStage.test(value, of: program.functions[0])
      else { return VerifierStage(verifier: answer, run: nil, report: nil) }
      let tester = ProgramTester(program, in: sandbox)
      let run = try await tester.run([test], sources: codes).runs[0]
      // Whether the program is right is asked only once the verifier lets it pass.
      let report =
        run.isPassed
        ? try await base.report(on: CodeDebuggingProblem.visible, sources: codes) : nil
      return VerifierStage(verifier: answer, run: run, report: report)
    }
  }

  private static func judging(
    _ name: String, _ summary: String, _ stage: VerifierStage
  ) -> BundledFunction {
    bundle(name, summary: summary) { _ in .text(stage.verdict) }
  }
}

/// What a program and a verifier came to.
struct VerifierStage: Sendable, Hashable {
  /// How the verifier ended.
  let verifier: PythonReport
  /// How the program did on the verifier's test; nil when there is no test.
  let run: TestRun?
  /// How the program did on the visible tests; nil before it passes the verifier's test.
  let report: TestReport?

  /// Reads `[arguments, expected]` with as many arguments as the function has parameters, or gives
  /// nil when the value is something else.
  static func test(
    _ value: JSONValue, of function: FaultyProgram.Function
  ) -> ProgramTest? {
    guard let parts = value.arrayValue, parts.count == 2, let arguments = parts[0].arrayValue,
      arguments.count == function.parameters.count
    else { return nil }
    return .call(
      arguments: arguments, expected: parts[1], tolerance: ProgramTest.ordinaryTolerance)
  }

  /// The stage in a few words, which are the output of the workflow.
  var verdict: String {
    guard let run else { return "there is no test" }
    guard run.isPassed else { return "the program fails the verifier's test" }
    return report?.isPassed == true
      ? "the program is right" : "the verifier's test proves nothing"
  }
}

/// The stages of states that were run before.
private actor StageMemory {
  private var stages: [[String]: VerifierStage] = [:]

  func stage(
    for sources: [String], _ find: @Sendable () async throws -> VerifierStage
  ) async throws -> VerifierStage {
    if let known = stages[sources] { return known }
    let found = try await find()
    stages[sources] = found
    return found
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import BenchmarkSuites
import CanonicalJSON
import Datasets
import OPTO
import Trace
package import Training

/// The repair of programs with one fault each, whose code is what optimizers change.
///
/// A program is a task. Its group, the part of its name before the stroke, can be named in its place.
/// There is a suite for each level of feedback, so that the worth of feedback can be measured.
///
/// Built-in programs, and those of QuixBugs whose tests are pairs of arguments and value, are judged
/// outside the sandbox. The tests of HumanEvalPack, of the hard problems and of the graph programs of
/// QuixBugs are Python that runs in the process of the program, see ``ProgramTest/script(_:)``.
package struct CodeDebuggingSuite: BenchmarkSuite {
  /// The tasks of a run that names none: one of each group.
  private static let defaultTasks: Set<String> = [
    "algorithms/first_at_least", "classes/matrix_class", "dates/format_duration",
    "numeric/digit_sum_until_single", "pipelines/caesar_breaker", "strange_sort_list",
    "strings/title_case", "structures/running_totals",
  ]

  /// The same for published programs.
  private static let publishedDefaultTasks: Set<String> = [
    "quixbugs/bitcount", "quixbugs/find_in_sorted", "quixbugs/flatten", "quixbugs/gcd",
    "quixbugs/next_permutation", "quixbugs/quicksort", "quixbugs/sieve", "quixbugs/to_base",
  ]

  private static let correct = ReferencePolicy(
    name: "correct", summary: "The program without its fault.",
    source: "bounds what can be reached, and shows that the tests accept it")

  private let level: FeedbackLevel
  private let hasVerifier: Bool

  /// Creates the suite of a level of feedback.
  package init(feedback level: FeedbackLevel = .full) {
    self.level = level
    hasVerifier = false
  }

  private init(verifying: Void) {
    level = .call
    hasVerifier = true
  }

  /// The suite in which a second optimizer improves a verifier of the program.
  package static let coderVerifier = CodeDebuggingSuite(verifying: ())

  /// The name on the command line and in records; the suite with all feedback has no ending.
  package var name: String {
    if hasVerifier { return "code-verifier" }
    return level == .full ? "code" : "code-\(level.rawValue)"
  }

  /// One sentence that says what is measured.
  package var summary: String {
    hasVerifier
      ? "Programs with one fault each are repaired by one optimizer against the test of another."
      : "Programs with one fault each are repaired; the feedback tells \(level.summary)."
  }

  /// The search of a program by its visible tests, in three or in ten steps.
  package var protocols: [TrainingProtocol] {
    var quick = TrainingProtocol.search("quick", steps: 3)
    quick.proposalTokens = 1024
    return [quick, .search("long", steps: 10)]
  }

  /// The programs without their faults.
  package var references: [ReferencePolicy] { [Self.correct] }

  /// The programs, sorted by name.
  ///
  /// - Complexity: O(*n* log *n*) in the number of programs.
  package func tasks(in source: DataSource) -> [BenchmarkTask] {
    switch source {
    case .generated: return generatedTasks
    case .official: return hasVerifier ? [] : publishedTasks
    case .user: return []
    }
  }

  private var generatedTasks: [BenchmarkTask] {
    // What keeps the built-in programs from being read is told when one is loaded.
    let programs = (try? FrozenDraw.programs.get()) ?? []
    return programs.filter(isPosed).map { program in
      BenchmarkTask(
        id: TaskID(suite: name, name: program.name), summary: program.specification,
        isDefault: Self.defaultTasks.contains(program.name))
    }.sorted { $0.id.name < $1.id.name }
  }

  /// Whether a program is a task: a verifier knows programs of one function.
  private func isPosed(_ program: FaultyProgram) -> Bool {
    guard hasVerifier else { return true }
    return program.functions.count == 1 && !program.functions[0].isGenerator
      && program.visible.allSatisfy { if case .call = $0 { true } else { false } }
  }

  private var publishedTasks: [BenchmarkTask] {
    PublishedPrograms.names.map { name in
      let member = name.split(separator: "/").last ?? ""
      return BenchmarkTask(
        id: TaskID(suite: self.name, name: name),
        summary: LeetCodeHard.isTask(name)
          ? "Write the published hard problem \(member), whose checks run in its own process."
          : "Repair the published program \(member)"
            + (HumanEvalPack.isTask(name) ? ", whose tests run in its own process." : "."),
        isDefault: Self.publishedDefaultTasks.contains(name))
    }
  }

  /// Reads a program; the seed of a trial changes nothing in it.
  ///
  /// - Throws: ``DataError`` when there is no such program or it cannot be read.
  package func load(_ task: TaskID, from source: DataSource) async throws -> LoadedTask {
    let (program, label) = try program(task, from: source)
    let level = level
    if hasVerifier {
      return LoadedTask(
        id: task, dataLabel: label.rawValue, dataDigest: program.digest.hex,
        workflowDigest: CoderVerifierProblem.workflowDigest.hex,
        parameters: CoderVerifierProblem.parameters(of: program), asksModel: false,
        referenceValues: { policy, _ in
          policy == Self.correct
            ? program.correctValues(of: CoderVerifierProblem.parameters(of: program)) : nil
        },
        pose: { resources, _ in CoderVerifierProblem(program, in: resources.sandbox) })
    }
    return LoadedTask(
      id: task, dataLabel: label.rawValue, dataDigest: program.digest.hex,
      workflowDigest: CodeDebuggingProblem.workflowDigest(level).hex,
      parameters: CodeDebuggingProblem.parameters(of: program), asksModel: false,
      referenceValues: { policy, _ in
        policy == Self.correct
          ? program.correctValues(of: CodeDebuggingProblem.parameters(of: program)) : nil
      },
      pose: { resources, _ in
        CodeDebuggingProblem(program, feedback: level, in: resources.sandbox)
      })
  }

  private func program(
    _ task: TaskID, from source: DataSource
  ) throws -> (FaultyProgram, DataLabel) {
    let unknown = DataError(.unknownTask, "There is no task \(task): see 'bench list tasks'.")
    guard task.suite == name else { throw unknown }
    if case .official(let directory) = source {
      guard !hasVerifier, PublishedPrograms.names.contains(task.name) else { throw unknown }
      return try PublishedPrograms.program(task.name, in: directory)
    }
    let programs = try FrozenDraw.programs.get()
    guard let program = programs.first(where: { $0.name == task.name && isPosed($0) }) else {
      throw unknown
    }
    return (program, .generated)
  }
}

extension FaultyProgram {
  /// The parameters with the code without the fault; nil when it is not known.
  ///
  /// - Complexity: O(*n*) in the size of the code.
  fileprivate func correctValues(of parameters: [ParameterSpecification]) -> ParameterValues? {
    var values = ParameterValues(initialOf: parameters)
    for function in functions {
      guard let correct = function.correct else { return nil }
      values[function.name] = .text(correct)
    }
    return values
  }
}

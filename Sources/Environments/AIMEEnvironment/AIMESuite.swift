// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import BenchmarkSuites
package import Datasets
package import QuestionAnswering
package import Training

/// Problems of the American Invitational Mathematics Examination, whose answers are whole numbers
/// from 0 to 999, in the split of GEPA (Agrawal et al., 2025): the 90 problems of 2022 to 2024 train
/// and validate, half each, and the 30 of 2025 test.
///
/// GEPA scores each test problem five times; `--seeds 5` does so here.
package struct AIMESuite: AnswerSuite {
  private static let workflow = InstructionWorkflow(
    instruction: """
      You solve problems of mathematics competitions whose answers are whole numbers from 0 to 999. \
      Think step by step. End with a line of the form "Answer: NUMBER" that has nothing after the \
      number.
      """,
    form: "a last line \"Answer: \" with the number alone")

  /// Creates the suite.
  package init() {}

  package var name: String { "aime" }

  package var summary: String {
    "Problems of mathematics competitions: tunes the instruction of one model call."
  }

  package var protocols: [TrainingProtocol] { TrainingProtocol.thinking }

  package func tasks(in source: DataSource) -> [BenchmarkTask] {
    guard case .official = source else { return [] }
    return [BenchmarkTask(id: id, summary: "solve a problem of AIME", isDefault: true)]
  }

  /// Reads the problems.
  ///
  /// - Throws: `DataError` when there is no such task, or a file is missing or not of the published
  ///   form.
  package func load(_ id: TaskID, from source: DataSource) async throws -> LoadedTask {
    LoadedTask(
      id, try await split(of: id, from: source), workflow: Self.workflow,
      rule: ExtractionRule.gepaInteger)
  }

  package func split(of id: TaskID, from source: DataSource) async throws -> ExampleSplit {
    try check(id)
    guard case .official(let directory) = source else {
      throw DataError(
        .unknownTask, "\(id) has published problems alone: add --data official --data-dir DIR.")
    }
    return ExampleSplit(
      asInGEPAOf: try OfficialAIME.load(.from2022To2024, from: directory),
      test: try OfficialAIME.load(.of2025, from: directory))
  }

  package func rules(of id: TaskID) throws -> [any AnswerRule] {
    try check(id)
    let rules: [ExtractionRule] = [.gepaInteger, .boxedInteger, .closingInteger]
    return rules
  }

  private var id: TaskID { TaskID(suite: name, name: "aime_2025") }

  private func check(_ id: TaskID) throws(DataError) {
    guard id == self.id else {
      throw DataError(
        .unknownTask, "There is no task \(id): see 'bench list tasks --suite aime --data official'."
      )
    }
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import BenchmarkSuites
package import Datasets
package import QuestionAnswering
package import Training

/// The diamond questions of GPQA (Rein et al., 2023), from the user's own copy of the file.
///
/// The authors ask that the questions are not put out in plain text, so that nothing is fetched and
/// records hold their ids, answers and scores as for every set; `--store` files hold the prompts of
/// calls and are for the user alone. The instruction of one model call is tuned on the first 15
/// questions and chosen by the next 5, as in the Trace paper's BBH experiment. The papers tune the
/// solution of each question instead, which is another experiment.
package struct GPQASuite: AnswerSuite {
  /// Creates the suite.
  package init() {}

  package var name: String { "gpqa" }

  package var summary: String {
    "Questions of GPQA diamond with four choices: tunes the instruction of one model call."
  }

  package var protocols: [TrainingProtocol] { TrainingProtocol.thinking }

  package func tasks(in source: DataSource) -> [BenchmarkTask] {
    guard case .official = source else { return [] }
    return [
      BenchmarkTask(
        id: id, summary: "choose the answer to a question of science for experts",
        isDefault: true)
    ]
  }

  /// Reads the questions.
  ///
  /// - Throws: `DataError` when there is no such task, or its file is missing or not of the
  ///   published form.
  package func load(_ id: TaskID, from source: DataSource) async throws -> LoadedTask {
    LoadedTask(
      id, try await split(of: id, from: source), workflow: MultipleChoice.workflow,
      rule: ExtractionRule.textGradLetter)
  }

  package func split(of id: TaskID, from source: DataSource) async throws -> ExampleSplit {
    try check(id)
    guard case .official(let directory) = source else {
      throw DataError(
        .unknownTask, "\(id) has published questions alone: add --data official --data-dir DIR.")
    }
    return try ExampleSplit(asInTracePaper: try OfficialGPQA.load(from: directory))
  }

  package func rules(of id: TaskID) throws -> [any AnswerRule] {
    try check(id)
    return MultipleChoice.rules
  }

  private var id: TaskID { TaskID(suite: name, name: "diamond") }

  private func check(_ id: TaskID) throws(DataError) {
    guard id == self.id else {
      throw DataError(
        .unknownTask, "There is no task \(id): see 'bench list tasks --suite gpqa --data official'."
      )
    }
  }
}

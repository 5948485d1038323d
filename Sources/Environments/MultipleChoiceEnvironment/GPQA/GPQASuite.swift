// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import BenchmarkSuites
package import Datasets
package import QuestionAnswering

/// The diamond questions of GPQA (Rein et al., 2023), from the user's own copy of the file.
///
/// The authors ask that the questions are not put out in plain text, so that nothing is fetched; a
/// store holds the requests of its calls, and so the questions, and is for the user alone. The
/// instruction of one model call is tuned on the first 15 questions and chosen by the next 5, as in
/// the Trace paper's BBH experiment. The papers tune the solution of each question instead, which
/// ``SolutionSuite`` does.
package struct GPQASuite: PublishedQuestionSuite {
  /// Creates the suite.
  package init() {}

  package var name: String { "gpqa" }

  package var summary: String {
    "Questions of GPQA diamond with four choices: tunes the instruction of one model call."
  }

  package var workflow: InstructionWorkflow { MultipleChoice.workflow }

  package var publishedTasks: [BenchmarkTask] {
    [
      BenchmarkTask(
        id: TaskID(suite: name, name: "diamond"),
        summary: "choose the answer to a question of science for experts", isDefault: true)
    ]
  }

  package var answerRules: [ExtractionRule] { MultipleChoice.rules }

  package func publishedSplit(
    of task: String, from directory: String?
  ) async throws -> ExampleSplit {
    try ExampleSplit(asInTracePaper: try OfficialGPQA.load(from: directory))
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import BenchmarkSuites
package import Datasets
package import QuestionAnswering

/// Problems of the American Invitational Mathematics Examination, whose answers are whole numbers
/// from 0 to 999, in the split of GEPA (Agrawal et al., 2025): the 90 problems of 2022 to 2024 train
/// and validate, half each, and the 30 of 2025 test.
///
/// GEPA scores each test problem five times; `--seeds 5` does so here.
package struct AIMESuite: PublishedQuestionSuite {
  /// Creates the suite.
  package init() {}

  package var name: String { "aime" }

  package var summary: String {
    "Problems of mathematics competitions: tunes the instruction of one model call."
  }

  package var workflow: InstructionWorkflow {
    InstructionWorkflow(
      instruction: """
        You solve problems of mathematics competitions whose answers are whole numbers from 0 to \
        999. Think step by step. End with a line of the form "Answer: NUMBER" that has nothing \
        after the number.
        """,
      form: "a last line \"Answer: \" with the number alone")
  }

  package var publishedTasks: [BenchmarkTask] {
    let id = TaskID(suite: name, name: "aime_2025")
    return [BenchmarkTask(id: id, summary: "solve a problem of AIME", isDefault: true)]
  }

  package var answerRules: [ExtractionRule] { [.gepaInteger, .boxedInteger, .closingInteger] }

  package func publishedSplit(
    of task: String, from directory: String?
  ) async throws -> ExampleSplit {
    ExampleSplit(
      asInGEPAOf: try OfficialAIME.load(.from2022To2024, from: directory),
      test: try OfficialAIME.load(.of2025, from: directory))
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import BenchmarkSuites
package import Datasets
package import QuestionAnswering

/// Two subjects of MMLU (Hendrycks et al., ICLR 2021), whose test questions TextGrad and the Trace
/// paper ask.
///
/// The instruction of one model call is tuned on the first 15 distinct questions and chosen by the
/// next 5, as in the Trace paper's BBH experiment: college physics has eleven of its questions twice,
/// and a question must not train and test. The papers tune the solution of each question instead, which
/// ``SolutionSuite`` does.
package struct MMLUSuite: PublishedQuestionSuite {
  /// Creates the suite.
  package init() {}

  package var name: String { "mmlu" }

  package var summary: String {
    "Questions of MMLU with four choices: tunes the instruction of one model call."
  }

  package var workflow: InstructionWorkflow { MultipleChoice.workflow }

  package var publishedTasks: [BenchmarkTask] {
    MMLUSubject.allCases.map { subject in
      BenchmarkTask(
        id: TaskID(suite: name, name: subject.rawValue), summary: subject.summary, isDefault: true)
    }
  }

  package var answerRules: [ExtractionRule] { MultipleChoice.rules }

  package func publishedSplit(
    of task: String, from directory: String?
  ) async throws -> ExampleSplit {
    guard let subject = MMLUSubject(rawValue: task) else {
      throw DataError(.unknownTask, "There is no subject \(task): reinstall optobench.")
    }
    let questions = try await OfficialMMLU.load(subject, from: directory)
    return try ExampleSplit(asInTracePaper: questions.withoutRepetitions)
  }
}

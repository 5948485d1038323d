// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import BenchmarkSuites
package import Datasets
package import QuestionAnswering
package import Training

/// Two subjects of MMLU (Hendrycks et al., ICLR 2021), whose test questions TextGrad and the Trace
/// paper ask.
///
/// The instruction of one model call is tuned on the first 15 questions and chosen by the next 5, as
/// in the Trace paper's BBH experiment. The papers tune the solution of each question instead, which
/// is another experiment.
package struct MMLUSuite: AnswerSuite {
  /// Creates the suite.
  package init() {}

  package var name: String { "mmlu" }

  package var summary: String {
    "Questions of MMLU with four choices: tunes the instruction of one model call."
  }

  package var protocols: [TrainingProtocol] { TrainingProtocol.thinking }

  package func tasks(in source: DataSource) -> [BenchmarkTask] {
    guard case .official = source else { return [] }
    return MMLUSubject.allCases.map { subject in
      BenchmarkTask(
        id: TaskID(suite: name, name: subject.rawValue), summary: subject.summary, isDefault: true)
    }
  }

  /// Reads the questions of a subject.
  ///
  /// - Throws: `DataError` when there is no such task, or its file is missing or not the published
  ///   one.
  package func load(_ id: TaskID, from source: DataSource) async throws -> LoadedTask {
    LoadedTask(
      id, try await split(of: id, from: source), workflow: MultipleChoice.workflow,
      rule: ExtractionRule.textGradLetter)
  }

  package func split(of id: TaskID, from source: DataSource) async throws -> ExampleSplit {
    let subject = try subject(id)
    guard case .official(let directory) = source else {
      throw DataError(
        .unknownTask, "\(id) has published questions alone: add --data official --data-dir DIR.")
    }
    return try ExampleSplit(
      asInTracePaper: try await OfficialMMLU.load(subject, from: directory))
  }

  package func rules(of id: TaskID) throws -> [any AnswerRule] {
    _ = try subject(id)
    return MultipleChoice.rules
  }

  private func subject(_ id: TaskID) throws(DataError) -> MMLUSubject {
    guard id.suite == name, let subject = MMLUSubject(rawValue: id.name) else {
      throw DataError(
        .unknownTask, "There is no task \(id): see 'bench list tasks --suite mmlu --data official'."
      )
    }
    return subject
  }
}

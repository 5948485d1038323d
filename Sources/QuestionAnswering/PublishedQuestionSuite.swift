// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import BenchmarkSuites
package import Datasets
package import Training

/// A suite of published questions alone, of which a user brings the file, with the instruction of one
/// model call as the parameter.
package protocol PublishedQuestionSuite: AnswerSuite {
  /// What answers the questions.
  var workflow: InstructionWorkflow { get }
  /// The tasks; there are no generated ones.
  var publishedTasks: [BenchmarkTask] { get }
  /// The published rules, the one that scores trials first.
  var answerRules: [ExtractionRule] { get }

  /// Reads the questions of one of the tasks.
  ///
  /// - Parameters:
  ///   - task: The name of the task.
  ///   - directory: The folder with the files; nil when the user named none.
  /// - Returns: The items by what they are for.
  /// - Throws: `DataError` when a file is missing or not the published one.
  func publishedSplit(of task: String, from directory: String?) async throws -> ExampleSplit
}

extension PublishedQuestionSuite {
  package var protocols: [TrainingProtocol] { TrainingProtocol.thinking }

  package func tasks(in source: DataSource) -> [BenchmarkTask] {
    guard case .official = source else { return [] }
    return publishedTasks
  }

  /// Reads the questions of a task.
  ///
  /// - Throws: `DataError` when there is no such task, or a file is missing or not the published one.
  package func load(_ id: TaskID, from source: DataSource) async throws -> LoadedTask {
    LoadedTask(
      id, try await split(of: id, from: source), workflow: workflow, rule: answerRules[0])
  }

  package func split(of id: TaskID, from source: DataSource) async throws -> ExampleSplit {
    try check(id)
    guard case .official(let directory) = source else {
      throw DataError(
        .unknownTask, "\(id) has published items alone: add --data official --data-dir DIR.")
    }
    return try await publishedSplit(of: id.name, from: directory)
  }

  package func rules(of id: TaskID) throws -> [any AnswerRule] {
    try check(id)
    return answerRules
  }

  private func check(_ id: TaskID) throws(DataError) {
    guard publishedTasks.contains(where: { $0.id == id }) else {
      throw DataError(
        .unknownTask,
        "There is no task \(id): see 'bench list tasks --suite \(name)'.")
    }
  }
}

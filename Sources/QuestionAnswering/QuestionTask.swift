// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import BenchmarkSuites
package import Datasets

/// The tasks of a suite with generators, one of which also has published questions; the raw value is a
/// task's name.
package protocol QuestionTask: RawRepresentable<String>, CaseIterable, Equatable, Sendable {
  /// The task that has published questions, which belongs to a run that names no tasks.
  static var published: Self { get }
  /// What the task asks, in a few words.
  var summary: String { get }
}

extension AnswerSuite {
  /// The tasks for which a source has questions, sorted by name.
  ///
  /// - Parameters:
  ///   - kind: The tasks of the suite.
  ///   - source: Where questions come from.
  /// - Returns: All tasks for generated questions, the published one for official ones, else none.
  package func tasks<Kind: QuestionTask>(of kind: Kind.Type, in source: DataSource)
    -> [BenchmarkTask]
  {
    let tasks: [Kind] =
      switch source {
      case .generated: Array(Kind.allCases)
      case .official: [.published]
      case .user: []
      }
    return tasks.map { task in
      BenchmarkTask(
        id: TaskID(suite: name, name: task.rawValue), summary: task.summary,
        isDefault: task == .published)
    }.sorted { $0.id.name < $1.id.name }
  }

  /// The task that an identifier names.
  ///
  /// - Parameters:
  ///   - id: The identifier.
  ///   - kind: The tasks of the suite.
  /// - Returns: The task.
  /// - Throws: `DataError` with code `unknownTask` when the suite has none of this name.
  package func task<Kind: QuestionTask>(
    _ id: TaskID, of kind: Kind.Type
  ) throws(DataError) -> Kind {
    guard id.suite == name, let task = Kind(rawValue: id.name) else {
      throw DataError(
        .unknownTask, "There is no task \(id): see 'bench list tasks --suite \(name)'.")
    }
    return task
  }
}

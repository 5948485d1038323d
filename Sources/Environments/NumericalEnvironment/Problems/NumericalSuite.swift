// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import BenchmarkSuites
import Datasets
package import Training

/// Numerical optimization: the paper's arithmetic programs, classic landscapes with feedback in
/// words, and the BBOB test bed.
///
/// The program makes the data of all tasks, so that there are tasks in no other source of data.
package struct NumericalSuite: BenchmarkSuite {
  /// The name on the command line and in records.
  package let name = "numerical"
  /// One sentence that says what is measured.
  package let summary = "Numbers are optimized from feedback in words, from scores or from slopes."

  /// Ten steps from the start, as in the paper (appendix C.2), and two hundred for optimizers that
  /// need several queries to see a slope.
  package let protocols = [
    TrainingProtocol.search("paper", steps: 10), TrainingProtocol.search("long", steps: 200),
  ]

  /// Creates the suite.
  package init() {}

  /// The tasks, sorted by name.
  package func tasks(in source: DataSource) -> [BenchmarkTask] {
    guard source == .generated else { return [] }
    return NumericalTask.all.map { task in
      BenchmarkTask(
        id: TaskID(suite: name, name: task.name), summary: task.summary, isDefault: task.isDefault)
    }
  }

  /// Makes the instances of a task.
  ///
  /// - Throws: ``DataError`` with code `unknownTask` when there is no such task,
  ///   or none in the source of data.
  package func load(_ task: TaskID, from source: DataSource) async throws -> LoadedTask {
    guard source == .generated else { throw DataError.isGenerated(task.description) }
    guard task.suite == name, let known = NumericalTask.all.first(where: { $0.name == task.name })
    else {
      throw DataError(.unknownTask, "There is no task \(task): see 'bench list tasks'.")
    }
    return try await known.loaded(as: task)
  }
}

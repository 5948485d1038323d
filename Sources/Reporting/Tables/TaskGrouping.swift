// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Where tasks belong in the published summaries of their suites.
///
/// A report is computed from rows, which do not know, so that its caller tells.
package struct TaskGrouping: Sendable {
  /// Where a task belongs.
  package struct Place: Sendable, Hashable {
    /// The families over whose items a mean is taken, such as `algorithmic`.
    let families: [String]
    /// The benchmark's own task, which may have several files.
    let benchmarkTask: String

    /// Creates a place.
    package init(families: [String], benchmarkTask: String) {
      self.families = families
      self.benchmarkTask = benchmarkTask
    }
  }

  private let place: @Sendable (_ suite: String, _ task: String) -> Place?

  /// Creates a grouping.
  ///
  /// - Parameter place: Where a task of a suite belongs; nil when it stands for itself.
  package init(_ place: @escaping @Sendable (String, String) -> Place? = { _, _ in nil }) {
    self.place = place
  }

  /// Where a task of a suite belongs; without families and for itself when nothing is known.
  func place(of task: String, in suite: String) -> Place {
    place(suite, task) ?? Place(families: [], benchmarkTask: task)
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// How all tests of one kind went with some code.
package struct TestReport: Sendable, Hashable {
  /// The runs in the order of the tests, at least one.
  package let runs: [TestRun]

  /// Creates a report.
  package init(_ runs: [TestRun]) { self.runs = runs }

  /// How many tests were passed.
  ///
  /// - Complexity: O(*n*) in the size of the returned values.
  package var passedCount: Int { runs.count(where: \.isPassed) }

  /// Whether all tests were passed.
  ///
  /// - Complexity: As ``passedCount``.
  package var isPassed: Bool { runs.allSatisfy(\.isPassed) }

  /// The run that is shown: the first that failed, or the last one.
  ///
  /// - Complexity: As ``passedCount``.
  package var shownRun: TestRun? { runs.first { !$0.isPassed } ?? runs.last }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
package import CodeExecution

/// One test of a program and how it went.
package struct TestRun: Sendable, Hashable {
  /// The test.
  package let test: ProgramTest
  /// How the program's functions ended, in the order in which they were called: all that were, so
  /// that only the last one can have failed; none when the test was not run.
  package let reports: [PythonReport]

  /// Creates a run.
  package init(test: ProgramTest, reports: [PythonReport]) {
    self.test = test
    self.reports = reports
  }

  /// How the program ended; nil when the test was not run.
  package var outcome: PythonOutcome? { reports.last?.outcome }

  /// Whether the program did what the test asks for.
  ///
  /// - Complexity: O(*n*) in the size of the returned value.
  package var isPassed: Bool {
    guard case .value(let value, _)? = outcome else { return false }
    switch test {
    case .call(_, let expected, let tolerance):
      return value.matches(expected, tolerance: tolerance)
    case .script: return value == true
    }
  }

  /// Whether the program was ended because it took too long.
  package var isEndless: Bool {
    guard case .limit(let limit)? = outcome else { return false }
    return limit.kind == .cpuTime || limit.kind == .wallTime
  }

  /// Whether the source text of what was raised may be shown: that of a publisher's test holds the
  /// test itself.
  package var showsSource: Bool {
    guard case .call = test else { return false }
    return true
  }

  /// What the program printed.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  package var output: String { reports.map(\.output).joined() }
}

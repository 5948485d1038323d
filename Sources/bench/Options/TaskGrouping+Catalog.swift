// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchmarkSuites
import QuestionAnswering
import Reporting
import Runner

extension TaskGrouping {
  /// The groups that the suites of this program know.
  static let catalog = TaskGrouping { suite, task in
    let found = try? SuiteCatalog.suite(named: suite)
    guard let found = found as? any AnswerSuite else { return nil }
    let groups = found.groups(of: TaskID(suite: suite, name: task))
    return Place(families: groups.families, benchmarkTask: groups.benchmarkTask)
  }
}

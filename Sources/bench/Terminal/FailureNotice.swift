// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Runner

/// What a user has to know when trials of a run are not complete.
struct FailureNotice {
  let summary: RunSummary

  /// Writes the notice to standard error.
  func write() {
    var lines = summary.failures.map { "bench: \($0.trial) failed: \($0.message)" }
    if let reason = summary.budgetRefusal {
      lines.append(
        "bench: \(reason): \(summary.untried) trials wait, the answers that they have are kept; "
          + "another --run-budget goes on")
    } else if summary.untried > 0 {
      lines.append(
        "bench: \(summary.untried) more trials were not tried after "
          + "failures on \(PlanRunner.failedTasksInARow) tasks in a row")
    }
    if summary.taken > 0 {
      lines.append("bench: \(summary.taken) trials are being run by another process")
    }
    lines.append("bench: the same command tries again what is not complete")
    FileHandle.standardError.write(Data((lines.joined(separator: "\n") + "\n").utf8))
  }
}

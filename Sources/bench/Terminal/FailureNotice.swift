// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Runner

/// What a user has to know when trials of a run are not complete.
struct FailureNotice {
  let summary: RunSummary

  /// Writes the notice to standard error.
  func write() {
    var lines = failureLines
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
    if summary.leftOut > 0 {
      lines.append(
        "bench: \(summary.leftOut) trials were left as they are, because of --retry")
    }
    lines.append("bench: the same command tries again what is not complete")
    if !summary.failures.isEmpty {
      lines.append("bench: the failed trials alone: \(retryCommand)")
    }
    FileHandle.standardError.write(Data((lines.joined(separator: "\n") + "\n").utf8))
  }

  /// What failed, by cause: the cause once, then the trials.
  private var failureLines: [String] {
    var causes: [String] = []
    var failures: [String: [RunSummary.Failure]] = [:]
    for failure in summary.failures {
      if failures[failure.cause] == nil { causes.append(failure.cause) }
      failures[failure.cause, default: []].append(failure)
    }
    return causes.flatMap { cause -> [String] in
      let failed = failures[cause] ?? []
      guard failed.count > 1 else {
        return failed.map { "bench: \($0.trial) failed: \($0.message)" }
      }
      let shown = failed.prefix(Self.shownTrials)
      let rest = failed.count - shown.count
      return ["bench: \(failed.count) trials failed: \(cause)"]
        + shown.map { "bench:   \($0.trial)" } + (rest > 0 ? ["bench:   and \(rest) more"] : [])
    }
  }

  private var retryCommand: String {
    let command = CommandLineText.current
    return command.contains("--retry") ? command : command + " --retry failed"
  }

  /// Trials of one reason that are named.
  private static let shownTrials = 10
}

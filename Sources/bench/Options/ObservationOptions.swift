// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Logging
import TrialRecords

/// Where a run tells what happens in it.
struct ObservationOptions: ParsableArguments {
  @Option(
    help: """
      The file to which the run's log is appended, or 'none'. Default: a file for each run in \
      STORE.logs beside the store.
      """,
    completion: .file())
  var log: String?

  @Option(help: "How much the log holds: 'debug' adds every evaluation, update and call.")
  var logLevel: LogDetail = .info

  @Option(
    help: """
      A file to which every event of the run is appended as a line of JSON; '-' is standard error.
      """,
    completion: .file())
  var events: String?

  /// Where the log of a run goes, or nil for nowhere.
  func logPath(ofRun runID: RunRecord.ID, store: String) -> String? {
    log == "none" ? nil : log ?? "\(store).logs/\(runID).log"
  }
}

/// How much a log holds.
enum LogDetail: String, ExpressibleByArgument, CaseIterable {
  /// What concerns trials and the run.
  case info
  /// Every evaluation, update and call as well.
  case debug

  /// The least level of a message that is written.
  var level: Logger.Level { self == .debug ? .debug : .info }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Foundation
import Logging
import Runner
import TrialRecords

/// Tells what happens in a run to whoever watches it: the terminal, a log, a program.
struct RunObserver: Sendable {
  let printer: ProgressPrinter
  private let log: Logger?
  private let events: LineFile?
  private let now: @Sendable () -> Double

  /// Opens what the options ask for.
  ///
  /// - Parameters:
  ///   - options: Where log and events go.
  ///   - runID: The run, which names the log.
  ///   - store: The store, beside which the log is.
  ///   - printer: The terminal.
  ///   - now: The present time in seconds since 1970.
  /// - Throws: `LineFileError` when a file cannot be written.
  init(
    _ options: ObservationOptions, runID: RunRecord.ID, store: String, printer: ProgressPrinter,
    now: @escaping @Sendable () -> Double
  ) throws {
    self.printer = printer
    self.now = now
    events = try options.events.map { $0 == "-" ? LineFile() : try LineFile(path: $0) }
    guard let path = options.logPath(ofRun: runID, store: store) else {
      log = nil
      return
    }
    let file = try LineFile(path: path)
    var logger = Logger(label: "bench") { _ in RunLogHandler(file: file, now: now) }
    logger.logLevel = options.logLevel.level
    log = logger
  }

  /// Tells an event.
  func show(_ event: RunEvent) {
    printer.show(event)
    guard log != nil || events != nil else { return }
    let fields = EventFields(event)
    let level: Logger.Level =
      switch event {
      case .trialFailed: .error
      case .retrying, .trialTaken, .shortOfExamples: .warning
      default: fields.isNotable ? .info : .debug
      }
    note(fields.name, fields.members, level: level)
  }

  /// Tells something about the run as a whole.
  func note(_ name: String, _ members: [JSONValue.Member], level: Logger.Level = .info) {
    let values = members.map { ($0.name, Logger.MetadataValue.string(Self.word($0.value))) }
    log?.log(
      level: level, "\(name)", metadata: Dictionary(values, uniquingKeysWith: { one, _ in one }))
    let time = Date(timeIntervalSince1970: now()).ISO8601Format()
    let head = [JSONValue.Member("time", .string(time)), JSONValue.Member("event", .string(name))]
    events?.append(JSONValue.object(head + members).text)
  }

  /// Tells that a run begins.
  func noteStart(ofRun runID: RunRecord.ID, _ plan: RunPlan) {
    note(
      "run_began",
      [
        .init("run", .string(runID)), .init("command", .string(CommandLineText.current)),
        .init("plan", .string(plan.digest.hex)), .init("bench", .string(BenchVersion.current)),
      ])
  }

  /// Tells how a run ended.
  func noteEnd(ofRun runID: RunRecord.ID, _ summary: RunSummary) {
    note(
      "run_ended",
      [
        .init("run", .string(runID)), .init("trials", .integer(summary.trials)),
        .init("complete", .integer(summary.complete)),
        .init("failed", .integer(summary.failures.count)),
      ])
  }

  private static func word(_ value: JSONValue) -> String { value.stringValue ?? value.text }
}

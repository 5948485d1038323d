// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CanonicalJSON
import CodeExecution
import Foundation
import LanguageModels
import Logging
import OPTO
import Reporting
import Runner
import Training
import TrialRecords

/// Runs trials and ends with their table.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Runs every chosen optimizer on every chosen task and reports.",
    discussion: """
      Trials that the store has complete are not run again; an interrupted run goes on from the \
      answers that were already paid for. The table goes to standard output, progress to standard \
      error. The exit code is 0 only when every trial of the plan is complete.
      """)

  @OptionGroup(title: "What to run") var plan: PlanOptions
  @OptionGroup(title: "Which trials") var selectionOptions: SelectionOptions
  @OptionGroup(title: "Models") var models: ModelOptions
  @OptionGroup(title: "Results") var storeOptions: StoreOptions
  @OptionGroup(title: "Log and events") var observation: ObservationOptions
  @OptionGroup(title: "Replay") var replay: ReplayOptions
  @OptionGroup(title: "Report") var reportOptions: ReportFormatOptions

  @Flag(name: .shortAndLong, help: "Shows no progress.")
  var quiet = false

  @Flag(
    help: """
      Prints the trials and what they may ask of models at most, and runs nothing: no model is \
      started and nothing is written.
      """)
  var dryRun = false

  @Flag(
    help: """
      Runs code that a model wrote also where no sandbox works. It can then read every file that \
      you can read; it still cannot write, start programs or use the network.
      """)
  var allowUnprotectedCode = false

  func run() async throws {
    if dryRun { return try await forecast() }
    try await execute { results, prices in
      let report = Report(results, prices: prices, grouping: .catalog)
      print(reportOptions.text(of: report), terminator: "")
    }
  }

  /// Runs the plan and gives its rows.
  ///
  /// - Parameter show: Is given the rows also when some trials failed.
  /// - Returns: The rows of the run.
  /// - Throws: As `run`.
  @discardableResult
  func execute(
    _ show: (StoredResults, TokenPrices) -> Void = { _, _ in }
  ) async throws -> StoredResults {
    let now: @Sendable () -> Double = { Date().timeIntervalSince1970 }
    let plan = try self.plan.plan(models: models)
    let selection = try selectionOptions.selection()
    try replay.check(plan)
    let recording = try replay.openRecording(besides: storeOptions.store)
    let store = try TrialStore(path: storeOptions.store)
    let printer = ProgressPrinter(isQuiet: quiet, now: now)
    let runID = RunIdentifier.make(at: now())
    let observer = try RunObserver(
      observation, runID: runID, store: storeOptions.store, printer: printer, now: now)
    observer.noteStart(ofRun: runID, plan)
    let notes = EngineNotes(runID: runID, now: now)
    let contextTokens = try await contextTokens(for: plan, selection, store)
    let runner = try PlanRunner(
      plan: plan, selection: selection, store: store,
      surroundings: surroundings(
        runID, plan, observer, notes, contextTokens: contextTokens,
        recording: replay.replay == nil ? nil : recording ?? store, now: now)
    ) { event in observer.show(event) }
    let heartbeat = Task { try await printer.beat() }
    defer { heartbeat.cancel() }
    let summary: RunSummary
    do {
      summary = try await Interruption().cancelling { try await runner.run() }
    } catch is CancellationError {
      printer.finish()
      observer.note("run_stopped", [.init("run", .string(runID))], level: .warning)
      FileHandle.standardError.write(
        Data("bench: stopped; the same command goes on from here, nothing paid is lost\n".utf8))
      try? await notes.keep(in: store)
      throw ExitCode(130)
    } catch {
      printer.finish()
      observer.note("run_failed", [.init("error", .string("\(error)"))], level: .critical)
      try await notes.keep(in: store)
      throw error
    }
    printer.finish()
    observer.noteEnd(ofRun: runID, summary)
    try await notes.keep(in: store)
    let results = try await store.results(ofRun: runID)
    show(results, TokenPrices(plan.prices))
    var differences: [String] = []
    if let recording {
      differences = try await ReplayComparison(recording: recording, replay: store)
        .differences(inRun: runID)
      ReplayNotice(trials: results.trials.count, differences: differences).write()
      try recording.close()
    }
    try store.close()
    guard summary.isComplete else {
      FailureNotice(summary: summary).write()
      throw ExitCode.failure
    }
    guard differences.isEmpty else { throw ExitCode.failure }
    return results
  }

  /// The tokens that one call may have of a model that is served here.
  ///
  /// They are room for the longest answer and for the longest request that the store knows of or
  /// that a rehearsal makes. Programs and what an optimizer remembers make later requests longer
  /// than the rehearsed ones, so these count two and a half times.
  private func contextTokens(
    for plan: RunPlan, _ selection: TrialSelection, _ store: TrialStore
  ) async throws -> Int {
    let models = Set(plan.groups.flatMap(\.models).flatMap { [$0.task, $0.optimizer] })
    var longest = 0
    for model in models { longest = max(longest, try await store.longestPrompt(of: model) ?? 0) }
    if models.contains(where: { ModelIdentity($0)?.provider == "local" }) {
      let forecast = try await PlanForecast(
        of: plan, selection: selection, store: store, makeSandbox: makeSandbox(workers: 1))
      longest = max(longest, forecast.longestRequest * 5 / 2)
    }
    let schedules = plan.groups.flatMap(\.schedules)
    let answer = schedules.map { max($0.answerTokens, $0.proposalTokens) }.max() ?? 0
    return max(4096, 2 * answer, longest + answer)
  }

  /// What starts the processes that run a workflow's code.
  private func makeSandbox(
    workers: Int, note: (@Sendable (String) -> Void)? = nil
  ) -> @Sendable () async throws -> PythonSandbox {
    var configuration = PythonSandbox.Configuration()
    configuration.workers = workers
    configuration.allowsUnprotected = allowUnprotectedCode
    return { [configuration] in
      let sandbox = try await PythonSandbox.start(configuration: configuration)
      note?(sandbox.protection.summary)
      return sandbox
    }
  }

  /// Prints what the plan may ask of models at most, and runs nothing.
  ///
  /// - Throws: As `run` before its first trial.
  func forecast() async throws {
    let plan = try self.plan.plan(models: models)
    let selection = try selectionOptions.selection()
    try replay.check(plan)
    let isThere = FileManager.default.fileExists(atPath: storeOptions.store)
    let store = isThere ? try TrialStore(path: storeOptions.store, access: .reading) : nil
    let forecast = try await PlanForecast(
      of: plan, selection: selection, store: store, makeSandbox: makeSandbox(workers: 1))
    try store?.close()
    let text = ForecastText(forecast: forecast) { [prices = plan.prices] model in
      ModelIdentity(model).flatMap { prices.price(of: $0) }.map { price in
        (prompt: price.prompt, completion: price.completion)
      }
    }
    print(text.text, terminator: "")
  }

  private func surroundings(
    _ runID: RunRecord.ID, _ plan: RunPlan, _ observer: RunObserver, _ notes: EngineNotes,
    contextTokens: Int, recording: TrialStore?, now: @escaping @Sendable () -> Double
  ) throws -> PlanRunner.Surroundings {
    let starter = ModelStarter(
      scripts: try models.scripts(), keyVariable: models.keyVariable, limits: models.rateLimits,
      slots: models.jobs, contextTokens: contextTokens
    ) { event in
      notes.take(event)
      observer.show(event)
    }
    let workers = min(models.jobs, max(1, ProcessInfo.processInfo.activeProcessorCount))
    return PlanRunner.Surroundings(
      runID: runID, commandLine: CommandLineText.current, benchVersion: BenchVersion.current,
      machine: MachineDescription.current.text, versions: SystemVersions.current, now: now,
      makeModels: { names in
        recording == nil ? try await starter.start(names) : ReplayOptions.models(names)
      },
      makeSandbox: makeSandbox(workers: workers) { observer.printer.note($0) },
      recording: recording)
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CanonicalJSON
import CodeExecution
import Foundation
import LanguageModels
import Logging
import OPTO
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
    let now: @Sendable () -> Double = { Date().timeIntervalSince1970 }
    let plan = try self.plan.plan(models: models)
    let selection = try selectionOptions.selection()
    if dryRun { return try await forecast(plan, selection) }
    let store = try TrialStore(path: storeOptions.store)
    let printer = ProgressPrinter(isQuiet: quiet, now: now)
    let runID = RunIdentifier.make(at: now())
    let observer = try RunObserver(
      observation, runID: runID, store: storeOptions.store, printer: printer, now: now)
    observer.note(
      "run_began",
      [
        .init("run", .string(runID)), .init("command", .string(CommandLineText.current)),
        .init("plan", .string(plan.digest.hex)), .init("bench", .string(BenchVersion.current)),
      ])
    let runner = try PlanRunner(
      plan: plan, selection: selection, store: store,
      surroundings: surroundings(runID, plan, observer, now: now)
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
      throw ExitCode(130)
    } catch {
      printer.finish()
      observer.note("run_failed", [.init("error", .string("\(error)"))], level: .critical)
      throw error
    }
    printer.finish()
    observer.note(
      "run_ended",
      [
        .init("run", .string(runID)), .init("trials", .integer(summary.trials)),
        .init("complete", .integer(summary.alreadyComplete + summary.completed)),
        .init("failed", .integer(summary.failures.count)),
      ])
    let results = try await store.results(ofRun: runID)
    print(reportOptions.text(of: results), terminator: "")
    try store.close()
    guard summary.isComplete else {
      FailureNotice(summary: summary).write()
      throw ExitCode.failure
    }
  }

  private func forecast(_ plan: RunPlan, _ selection: TrialSelection) async throws {
    let isThere = FileManager.default.fileExists(atPath: storeOptions.store)
    let store = isThere ? try TrialStore(path: storeOptions.store, access: .reading) : nil
    let forecast = try await PlanForecast(of: plan, selection: selection, store: store) {
      [allowUnprotectedCode] in
      var configuration = PythonSandbox.Configuration()
      configuration.workers = 1
      configuration.allowsUnprotected = allowUnprotectedCode
      return try await PythonSandbox.start(configuration: configuration)
    }
    try store?.close()
    // What this machine serves costs nothing; other prices are not known here.
    let text = ForecastText(forecast: forecast) { model in
      model.hasPrefix("local/") ? (prompt: 0, completion: 0) : nil
    }
    print(text.text, terminator: "")
  }

  private func surroundings(
    _ runID: RunRecord.ID, _ plan: RunPlan, _ observer: RunObserver,
    now: @escaping @Sendable () -> Double
  ) throws -> PlanRunner.Surroundings {
    let proposalTokens = plan.trials.map(\.schedule.proposalTokens).max() ?? 0
    let starter = ModelStarter(
      keyVariable: models.keyVariable, slots: models.jobs,
      contextTokens: max(4096, 2 * proposalTokens)
    ) { event in observer.show(event) }
    let workers = min(models.jobs, max(1, ProcessInfo.processInfo.activeProcessorCount))
    return PlanRunner.Surroundings(
      runID: runID, commandLine: CommandLineText.current, benchVersion: BenchVersion.current,
      machine: MachineDescription.current.text, versions: SystemVersions.current, now: now,
      makeModels: { try await starter.start($0) },
      makeSandbox: { [allowUnprotectedCode] in
        var configuration = PythonSandbox.Configuration()
        configuration.workers = workers
        configuration.allowsUnprotected = allowUnprotectedCode
        let sandbox = try await PythonSandbox.start(configuration: configuration)
        observer.printer.note(sandbox.protection.summary)
        return sandbox
      })
  }
}

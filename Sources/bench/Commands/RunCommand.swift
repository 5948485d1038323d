// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CanonicalJSON
import CodeExecution
import Foundation
import LanguageModels
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
  @OptionGroup(title: "Models") var models: ModelOptions
  @OptionGroup(title: "Results") var storeOptions: StoreOptions
  @OptionGroup(title: "Replay") var replay: ReplayOptions
  @OptionGroup(title: "Report") var reportOptions: ReportFormatOptions

  @Flag(name: .shortAndLong, help: "Shows no progress.")
  var quiet = false

  @Flag(
    help: """
      Runs code that a model wrote also where no sandbox works. It can then read every file that \
      you can read; it still cannot write, start programs or use the network.
      """)
  var allowUnprotectedCode = false

  func run() async throws {
    let now: @Sendable () -> Double = { Date().timeIntervalSince1970 }
    let plan = try self.plan.plan(models: models)
    try replay.check(plan)
    let recording = try replay.openRecording(besides: storeOptions.store)
    let store = try TrialStore(path: storeOptions.store)
    let printer = ProgressPrinter(isQuiet: quiet, now: now)
    let runID = RunIdentifier.make(at: now())
    let notes = EngineNotes(runID: runID, now: now)
    let contextTokens = try await contextTokens(for: plan, store)
    let runner = try PlanRunner(
      plan: plan, store: store,
      surroundings: surroundings(
        runID, plan, printer, notes, contextTokens: contextTokens,
        recording: replay.replay == nil ? nil : recording ?? store, now: now)
    ) { event in printer.show(event) }
    let summary: RunSummary
    do {
      summary = try await Interruption().cancelling { try await runner.run() }
    } catch is CancellationError {
      printer.finish()
      FileHandle.standardError.write(
        Data("bench: stopped; the same command goes on from here, nothing paid is lost\n".utf8))
      throw ExitCode(130)
    } catch {
      printer.finish()
      try await notes.keep(in: store)
      throw error
    }
    printer.finish()
    try await notes.keep(in: store)
    let results = try await store.results(ofRun: runID)
    print(reportOptions.text(of: results), terminator: "")
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
  }

  /// How much one call may have of a model that is served here: room for the longest request that
  /// the store knows of and for the longest answer.
  private func contextTokens(for plan: RunPlan, _ store: TrialStore) async throws -> Int {
    var longest = 0
    for model in [plan.model, plan.optimizerModel] {
      longest = max(longest, try await store.longestPrompt(of: model) ?? 0)
    }
    let answer = max(plan.schedule.answerTokens, plan.schedule.proposalTokens)
    return max(4096, 2 * answer, longest + answer)
  }

  private func surroundings(
    _ runID: RunRecord.ID, _ plan: RunPlan, _ printer: ProgressPrinter, _ notes: EngineNotes,
    contextTokens: Int, recording: TrialStore?, now: @escaping @Sendable () -> Double
  ) throws -> PlanRunner.Surroundings {
    let starter = ModelStarter(
      taskIdentity: try models.taskIdentity(), optimizerIdentity: try models.optimizerIdentity(),
      scripts: try models.scripts(), keyVariable: models.keyVariable, limits: models.rateLimits,
      slots: models.jobs,
      contextTokens: contextTokens
    ) { event in
      notes.take(event)
      printer.show(event)
    }
    let workers = min(models.jobs, max(1, ProcessInfo.processInfo.activeProcessorCount))
    return PlanRunner.Surroundings(
      runID: runID, commandLine: CommandLineText.current, benchVersion: BenchVersion.current,
      machine: MachineDescription.current.text, now: now,
      makeModels: {
        recording == nil ? try await starter.start() : ReplayOptions.models(of: plan)
      },
      makeSandbox: { [allowUnprotectedCode] in
        var configuration = PythonSandbox.Configuration()
        configuration.workers = workers
        configuration.allowsUnprotected = allowUnprotectedCode
        let sandbox = try await PythonSandbox.start(configuration: configuration)
        printer.note(sandbox.protection.summary)
        return sandbox
      }, recording: recording)
  }
}

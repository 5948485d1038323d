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
    let store = try TrialStore(path: storeOptions.store)
    let printer = ProgressPrinter(isQuiet: quiet, now: now)
    let runID = RunIdentifier.make(at: now())
    let runner = try PlanRunner(
      plan: plan, store: store, surroundings: surroundings(runID, plan, printer, now: now)
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
      throw error
    }
    printer.finish()
    let results = try await store.results(ofRun: runID)
    print(reportOptions.text(of: results), terminator: "")
    try store.close()
    guard summary.isComplete else {
      FailureNotice(summary: summary).write()
      throw ExitCode.failure
    }
  }

  private func surroundings(
    _ runID: RunRecord.ID, _ plan: RunPlan, _ printer: ProgressPrinter,
    now: @escaping @Sendable () -> Double
  ) throws -> PlanRunner.Surroundings {
    let starter = ModelStarter(
      taskIdentity: try models.taskIdentity(), optimizerIdentity: try models.optimizerIdentity(),
      keyVariable: models.keyVariable, limits: models.rateLimits, slots: models.jobs,
      contextTokens: max(4096, 2 * plan.schedule.proposalTokens)
    ) { event in printer.show(event) }
    let workers = min(models.jobs, max(1, ProcessInfo.processInfo.activeProcessorCount))
    return PlanRunner.Surroundings(
      runID: runID, commandLine: CommandLineText.current, benchVersion: BenchVersion.current,
      machine: MachineDescription.current.text, now: now,
      makeModels: { try await starter.start() },
      makeSandbox: { [allowUnprotectedCode] in
        var configuration = PythonSandbox.Configuration()
        configuration.workers = workers
        configuration.allowsUnprotected = allowUnprotectedCode
        let sandbox = try await PythonSandbox.start(configuration: configuration)
        printer.note(sandbox.protection.summary)
        return sandbox
      })
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import BenchmarkSuites
import Foundation
import LanguageModels
import Optimizers
import Reporting
import Runner
import TrialRecords

/// Runs what a published table needs and prints its values beside ours.
struct ReproduceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reproduce",
    abstract: "Prints a table or figure of the paper beside the same with our trials.",
    discussion: """
      Trials that the store lacks are run first, as 'bench run' runs them, with the paper's \
      protocol and number of seeds. The paper's model is asked only when --model names it; the \
      table says which model was.

      Examples:
        bench reproduce list
        bench reproduce figure-5a --dry-run
        bench reproduce figure-5b --optimizer scats,random --seeds 5
      """)

  @Argument(help: "A name of 'bench reproduce list', or 'list' itself.")
  var table: String

  @Option(
    name: .customLong("optimizer"),
    help: """
      Optimizers, separated by commas. Default: those that stand for the published methods, as \
      far as there are any.
      """)
  var optimizers: String?

  @Option(help: "Trials of each task and optimizer. Default: as published.")
  var seeds: Int?

  @Option(name: .customLong("task"), help: "Tasks, separated by commas. Default: as published.")
  var tasks: String?

  @Option(
    help: """
      A folder with the official files, or with a folder for each set, named as by 'bench data \
      list'. Default: the cache.
      """,
    completion: .directory)
  var dataDir: String?

  @Flag(help: "Prints the plan and what it may take, and runs nothing.")
  var dryRun = false

  @Flag(name: .customLong("no-run"), help: "Prints what the store has, and runs nothing.")
  var readsOnly = false

  @Flag(name: .shortAndLong, help: "Shows no progress.")
  var quiet = false

  @Flag(
    help: """
      Runs code that a model wrote also where no sandbox works; see 'bench help run'.
      """)
  var allowUnprotectedCode = false

  @OptionGroup(title: "Models") var models: ModelOptions
  @OptionGroup(title: "Results") var storeOptions: StoreOptions
  @OptionGroup(title: "Report") var formatOptions: ReportFormatOptions

  func validate() throws {
    guard !(dryRun && readsOnly) else {
      throw ValidationError("--dry-run and --no-run exclude each other: give one of them.")
    }
    if let seeds, !(1...1000).contains(seeds) {
      throw ValidationError("--seeds takes a number from 1 to 1000, not \(seeds).")
    }
  }

  func run() async throws {
    let catalog = try PublishedCatalog.tables()
    if table == "list" {
      for entry in catalog { print("\(entry.id)  \(entry.title): \(entry.source)") }
      return
    }
    let parts = catalog.filter { $0.id == table }.map { published in
      (published, Offer(published, suite: try? SuiteCatalog.suite(named: published.suite)))
    }
    guard !parts.isEmpty else {
      let names = catalog.map(\.id).reduce(into: [String]()) { names, name in
        if !names.contains(name) { names.append(name) }
      }
      throw ValidationError(
        "There is no published table '\(table)': there are \(names.joined(separator: ", ")).")
    }
    let chosen = try parts.filter { try !chosenTasks(of: $0.0, among: parts.map(\.0)).isEmpty }
    if dryRun {
      for (published, offer) in chosen { try await printPlan(of: published, offer) }
      return
    }
    var failure: ExitCode?
    if !readsOnly {
      let runnable = chosen.filter { $0.1.suite != nil }
      guard !runnable.isEmpty else {
        throw ValidationError(
          "The suite '\(chosen.first?.0.suite ?? "")' of \(table) is not part of this program: use "
            + "--no-run to see the published values.")
      }
      for (published, offer) in runnable where failure == nil {
        failure = try await runMissing(of: published, offer)
      }
    }
    let report = Report(
      try await storedResults(), prices: TokenPrices(try PriceTable.embedded()),
      grouping: .catalog)
    let remarks = parts.flatMap(\.1.remarks)
    let document = ReportDocument(
      parts.flatMap { Reproduction.all($0.0, in: report) },
      remarks: remarks.enumerated().filter { remarks.firstIndex(of: $1) == $0 }.map(\.element))
    print(formatOptions.text(of: document), terminator: "")
    if let failure { throw failure }
  }

  /// What the store has, which is nothing where there is none yet.
  private func storedResults() async throws -> StoredResults {
    guard !readsOnly || FileManager.default.fileExists(atPath: storeOptions.store) else {
      let notice = "there is no store at \(storeOptions.store): only published values are shown"
      FileHandle.standardError.write(Data("bench: \(notice)\n".utf8))
      return StoredResults()
    }
    let store = try TrialStore(path: storeOptions.store, access: .reading)
    defer { try? store.close() }
    return try await store.results()
  }

  /// Runs what the store lacks.
  ///
  /// - Returns: How the command ends after the tables when some trials failed; nil when none did.
  private func runMissing(
    of published: PublishedTable, _ offer: Offer
  ) async throws -> ExitCode? {
    var hasRun = false
    do {
      _ = try await runCommand(for: published, offer).execute { _, _ in hasRun = true }
      return nil
    } catch let code as ExitCode {
      guard hasRun else { throw code }
      return code
    }
  }

  private func runCommand(for published: PublishedTable, _ offer: Offer) throws -> RunCommand {
    var command = try RunCommand.parse(runArguments(of: published, offer))
    command.models = models
    command.storeOptions = storeOptions
    command.quiet = quiet
    command.allowUnprotectedCode = allowUnprotectedCode
    return command
  }

  /// The tasks of a part that `--task` names, or all of them.
  ///
  /// - Throws: `ValidationError` when `--task` names a task of none of the parts.
  private func chosenTasks(
    of published: PublishedTable, among parts: [PublishedTable]
  ) throws -> [String] {
    guard let tasks, tasks != "all" else { return published.tasks }
    let names = tasks.split(separator: ",").map { String($0.filter { !$0.isWhitespace }) }
    let known = parts.flatMap(\.tasks)
    guard names.contains(where: known.contains) else {
      let list = Set(known).sorted().joined(separator: ", ")
      throw ValidationError("--task names no task of \(table): there are \(list).")
    }
    return names.filter(published.tasks.contains)
  }

  private func runArguments(of published: PublishedTable, _ offer: Offer) throws -> [String] {
    var arguments = [
      "--suite", published.suite,
      "--task", try chosenTasks(of: published, among: [published]).joined(separator: ","),
      "--optimizer", optimizers ?? offer.optimizers.joined(separator: ","),
      "--seeds", "\(seeds ?? published.seeds)", "--data", published.data,
      "--protocol", published.protocol,
    ]
    if let dataDir { arguments += ["--data-dir", dataDir] }
    return arguments
  }

  private func printPlan(of published: PublishedTable, _ offer: Offer) async throws {
    print("bench run " + (try runArguments(of: published, offer)).joined(separator: " "))
    for remark in offer.remarks { print(remark) }
    guard offer.suite != nil else { return }
    try await runCommand(for: published, offer).forecast()
  }
}

extension ReproduceCommand {
  /// What of a published table can be run here.
  private struct Offer {
    let suite: (any BenchmarkSuite)?
    let optimizers: [String]
    let remarks: [String]

    init(_ published: PublishedTable, suite: (any BenchmarkSuite)?) {
      self.suite = suite
      let references = suite?.references.map(\.name) ?? []
      func isKnown(_ name: String) -> Bool {
        references.contains(name)
          || ((try? OptimizerCatalog.optimizer(spelled: name)) ?? nil) != nil
      }
      optimizers = published.optimizers.filter(isKnown)
      let missing = published.optimizers.filter { !isKnown($0) }
      var remarks: [String] = []
      if !missing.isEmpty {
        let list = missing.joined(separator: ", ")
        remarks.append("Optimizers that this program does not have: \(list).")
      }
      if suite == nil {
        remarks.append("Not run: the suite \(published.suite) is not part of this program.")
      }
      self.remarks = remarks
    }
  }
}

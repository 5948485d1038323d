// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import BenchmarkSuites
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

  @Option(help: "A folder with the official files. Default: the cache.", completion: .directory)
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
    guard let published = catalog.first(where: { $0.id == table }) else {
      throw ValidationError(
        "There is no published table '\(table)': there are "
          + "\(catalog.map(\.id).joined(separator: ", ")).")
    }
    let offer = Offer(published, suite: try? SuiteCatalog.suite(named: published.suite))
    if dryRun { return try await printPlan(of: published, offer) }
    var failure: ExitCode?
    let results: StoredResults
    if readsOnly {
      let store = try TrialStore(path: storeOptions.store, access: .reading)
      results = try await store.results()
      try store.close()
    } else {
      (results, failure) = try await runMissing(of: published, offer)
    }
    let document = ReportDocument(
      Reproduction.all(published, in: Report(results)), remarks: offer.remarks)
    print(formatOptions.text(of: document), terminator: "")
    if let failure { throw failure }
  }

  /// Runs what the store lacks.
  ///
  /// - Returns: The rows, and how the command ends after them when some trials failed.
  private func runMissing(
    of published: PublishedTable, _ offer: Offer
  ) async throws -> (StoredResults, failure: ExitCode?) {
    guard offer.suite != nil else {
      throw ValidationError(
        "The suite '\(published.suite)' of \(published.id) is not part of this program: use "
          + "--no-run to see the published values.")
    }
    var results: StoredResults?
    do {
      return (try await runCommand(for: published, offer).execute { results = $0 }, nil)
    } catch let code as ExitCode {
      guard let results else { throw code }
      return (results, code)
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

  private func runArguments(of published: PublishedTable, _ offer: Offer) -> [String] {
    var arguments = [
      "--suite", published.suite, "--task", tasks ?? published.tasks.joined(separator: ","),
      "--optimizer", optimizers ?? offer.optimizers.joined(separator: ","),
      "--seeds", "\(seeds ?? published.seeds)", "--data", published.data,
      "--protocol", published.protocol,
    ]
    if let dataDir { arguments += ["--data-dir", dataDir] }
    return arguments
  }

  private func printPlan(of published: PublishedTable, _ offer: Offer) async throws {
    print("bench run " + runArguments(of: published, offer).joined(separator: " "))
    for remark in offer.remarks { print(remark) }
    guard offer.suite != nil else {
      print("The suite '\(published.suite)' is not part of this program.")
      return
    }
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
      remarks =
        missing.isEmpty
        ? [] : ["Optimizers that this program does not have: \(missing.joined(separator: ", "))."]
    }
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Reporting
import TrialRecords

/// Prints the tables of stored trials.
struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Computes the tables of stored trials anew and prints them.",
    discussion: "Nothing is run and nothing is written; the same store gives the same numbers.")

  @OptionGroup var storeOptions: StoreOptions
  @OptionGroup var formatOptions: ReportFormatOptions

  @Option(
    name: .customLong("run"),
    help: "The run whose trials are reported, by its name. Default: all trials of the store.")
  var runID: String?

  func run() async throws {
    let store = try TrialStore(path: storeOptions.store, access: .reading)
    if let runID, try await !store.runs().contains(where: { $0.id == runID }) {
      throw ValidationError(
        "--run names no run of \(storeOptions.store): leave it out to see them all.")
    }
    let results = try await store.results(ofRun: runID)
    try store.close()
    print(formatOptions.text(of: results), terminator: "")
  }
}

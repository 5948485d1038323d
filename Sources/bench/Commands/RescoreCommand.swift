// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Rescoring
import TrialRecords

/// Scores stored answers again by every published rule.
struct RescoreCommand: AsyncParsableCommand {
  /// How the table is written.
  enum Form: String, ExpressibleByArgument, CaseIterable {
    case terminal, csv
  }

  static let configuration = CommandConfiguration(
    commandName: "rescore",
    abstract: "Scores stored answers by every published rule of their suites, side by side.",
    discussion: """
      No model is asked and nothing is written. Rules read what the workflow returned, or the whole \
      response where a harness does so. Suites with published summaries get them too: BBH by family \
      and over all items, as in the Trace paper, and as the mean of its 23 tasks.
      """)

  @OptionGroup var storeOptions: StoreOptions

  @Option(
    name: .customLong("run"),
    help: "The run whose trials are scored, by its name. Default: all trials of the store.")
  var runID: String?

  @Option(
    help: """
      A folder with the official files, or with a folder for each set, named as by 'bench data \
      list', for trials on them. Default: the cache.
      """,
    completion: .directory)
  var dataDir: String?

  @Option(help: "The table's format: terminal or csv.")
  var format: Form = .terminal

  @Option(
    help: """
      A file that gets what each rule takes for the answer to each test item, without questions and \
      whole responses, as comma-separated values.
      """,
    completion: .file(extensions: ["csv"]))
  var answers: String?

  func run() async throws {
    let store = try TrialStore(path: storeOptions.store, access: .reading)
    if let runID, try await !store.runs().contains(where: { $0.id == runID }) {
      throw ValidationError(
        "--run names no run of \(storeOptions.store): leave it out to see them all.")
    }
    let file = try answers.map { try FileHandle.creating($0, for: "--answers") }
    let table = try await Rescoring(store: store, dataDirectory: dataDir).run(runID) { lines in
      try file?.write(contentsOf: Data(lines.utf8))
    }
    try file?.close()
    try store.close()
    print(format == .csv ? table.commaSeparatedText : table.alignedText, terminator: "")
  }
}

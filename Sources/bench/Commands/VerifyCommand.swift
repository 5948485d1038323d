// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CodeExecution
import Foundation
import Reporting
import Runner
import TrialRecords

/// Computes what a store says anew.
struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Computes stored scores and tables anew, without any model, and names what differs.",
    discussion: """
      Every digest that the store keeps is computed again: plans, states, requests, the rows of \
      complete trials, the seals of runs. Workflows that ask no model are run again; stored answers \
      of the others are compared anew with what was asked for. The exit code is 0 only when nothing \
      differs.
      """)

  @Argument(help: "The store to verify.", completion: .file(extensions: ["sqlite"]))
  var store: String

  @Option(
    help: "A report that was made of the store; its first line that differs is named.",
    completion: .file())
  var report: String?

  @Option(
    help: """
      A folder with the official files, or with a folder for each set, named as by 'bench data \
      list'. Default: the cache, filled from the publisher.
      """,
    completion: .directory)
  var dataDir: String?

  @OptionGroup var priceOptions: ReportPriceOptions

  @Flag(help: "As for 'bench run'.")
  var allowUnprotectedCode = false

  func run() async throws {
    let store = try TrialStore(path: store, access: .reading)
    var configuration = PythonSandbox.Configuration()
    configuration.allowsUnprotected = allowUnprotectedCode
    let sandbox = try await PythonSandbox.start(configuration: configuration)
    let outcome: Result<VerificationSummary, any Error>
    do {
      let verifier = StoreVerifier(store, dataDirectory: dataDir, sandbox: sandbox)
      outcome = .success(try await Interruption().cancelling { try await verifier.verify() })
    } catch {
      outcome = .failure(error)
    }
    await sandbox.close()
    let summary = try outcome.get()
    var faults = summary.faults
    if let report { faults += try await reportFaults(of: store, path: report) }
    try store.close()
    for fault in faults { print("differs: \(fault)") }
    for rest in summary.rest {
      print("not computed anew: \(rest.evaluations) evaluations of \(rest.task): \(rest.reason)")
    }
    print(
      "\(summary.trials) trials, \(summary.recomputed) evaluations computed anew, "
        + (faults.isEmpty ? "nothing differs" : "\(faults.count) differences"))
    guard faults.isEmpty else { throw ExitCode.failure }
  }

  /// The first line of a report that is not what the store gives.
  private func reportFaults(of store: TrialStore, path: String) async throws -> [StoreFault] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw ValidationError("--report: the file \(path) cannot be read.")
    }
    let stored = String(decoding: data, as: UTF8.self)
    let report = Report(
      try await store.results(), prices: try priceOptions.tokenPrices(), grouping: .catalog)
    let texts = ReportFormatCatalog.all.map { report.text(as: $0) }
    guard !texts.contains(stored) else { return [] }
    let lines = stored.split(separator: "\n", omittingEmptySubsequences: false)
    let firstDifferences = texts.map { text in
      let other = text.split(separator: "\n", omittingEmptySubsequences: false)
      return zip(lines, other).enumerated().first { $0.element.0 != $0.element.1 }?.offset
        ?? min(lines.count, other.count)
    }
    // The format that the report agrees with longest is its own.
    let line = firstDifferences.max() ?? 0
    return [StoreFault("\(path), line \(line + 1)", "the store gives another line")]
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Reporting
import TrialRecords

/// Prints the tables of stored trials.
struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Computes the tables of stored trials anew and prints them.",
    discussion: "Nothing is run and the store stays as it is; it gives the same numbers each time.")

  @OptionGroup var storeOptions: StoreOptions
  @OptionGroup var formatOptions: ReportFormatOptions
  @OptionGroup var priceOptions: ReportPriceOptions

  @Option(
    name: .customLong("run"),
    help: "The run whose trials are reported, by its name. Default: all trials of the store.")
  var runID: String?

  @Option(
    help: """
      A folder for figures: learning curves, bars and profiles as SVG, PNG and PDF, drawn by \
      gnuplot, with their data as CSV beside them.
      """,
    completion: .directory)
  var figures: String?

  @Option(
    help: """
      A file for one page with the tables, the figures and every trial down to each step: \
      parameters, feedback, prompts and answers.
      """,
    completion: .file(extensions: ["html"]))
  var html: String?

  @Option(
    help: """
      A CSV file for every scored run of a workflow: item, outcome, score and answer, without the \
      questions.
      """,
    completion: .file(extensions: ["csv"]))
  var answers: String?

  func run() async throws {
    let store = try TrialStore(path: storeOptions.store, access: .reading)
    if let runID, try await !store.runs().contains(where: { $0.id == runID }) {
      throw ValidationError(
        "--run names no run of \(storeOptions.store): leave it out to see them all.")
    }
    let results = try await store.results(ofRun: runID)
    let report = Report(
      results, prices: try priceOptions.tokenPrices(), grouping: .catalog)
    if let html { try await write(results.trials, of: report, from: store, toFile: html) }
    if let answers { try await writeAnswers(of: results.trials, from: store, toFile: answers) }
    try store.close()
    if let figures {
      let count = try FigureWriter(folder: figures).write(report.figures)
      FileHandle.standardError.write(Data("bench: \(count) figures in \(figures)\n".utf8))
    }
    print(formatOptions.text(of: report), terminator: "")
  }

  /// Writes the answers trial by trial, so that no more than those of one are in memory.
  private func writeAnswers(
    of trials: [TrialRecord], from store: TrialStore, toFile path: String
  ) async throws {
    let file = try FileHandle.creating(path, for: "--answers")
    try file.write(contentsOf: Data(AnswerTable.heading.utf8))
    for trial in trials {
      let lines = AnswerTable.lines(of: trial, try await store.evaluations(of: trial.id))
      try file.write(contentsOf: Data(lines.utf8))
    }
    try file.close()
  }

  private static func page(of report: Report) -> TrialPage {
    do {
      return TrialPage(report, figures: try FigureWriter.drawings(of: report.figures))
    } catch {
      return TrialPage(report, remark: "There are no figures here: \(error).")
    }
  }

  /// Writes the page trial by trial, so that no more than one is in memory.
  private func write(
    _ trials: [TrialRecord], of report: Report, from store: TrialStore, toFile path: String
  ) async throws {
    let file = try FileHandle.creating(path, for: "--html")
    let page = Self.page(of: report)
    var text = ""
    page.writeStart(to: &text)
    for trial in trials {
      page.write(try await TrialDetail(trial, from: store), to: &text)
      try file.write(contentsOf: Data(text.utf8))
      text = ""
    }
    page.writeEnd(to: &text)
    try file.write(contentsOf: Data(text.utf8))
    try file.close()
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import BenchmarkSuites
import LanguageModels
import Optimizers
import Runner
import Training

/// Prints what a plan can name.
struct ListCommand: AsyncParsableCommand {
  /// What is listed.
  enum Subject: String, ExpressibleByArgument, CaseIterable {
    case suites, tasks, optimizers, models
  }

  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Prints suites, tasks, optimizers or models.")

  @Argument(help: "What to list: \(Subject.allCases.map(\.rawValue).joined(separator: ", ")).")
  var subject: Subject

  @Option(help: "The suite whose tasks are listed.")
  var suite: String = "bbh"

  func run() async throws {
    switch subject {
    case .suites: listSuites()
    case .tasks: try listTasks()
    case .optimizers:
      Self.show(
        OptimizerCatalog.all.map { [$0.name, $0.summary, Self.reading($0.reads), $0.source] })
    case .models: try await Self.listModels()
    }
  }

  private func listSuites() {
    Self.show(
      SuiteCatalog.all.map { suite in
        let references = suite.references.map(\.name)
        return [
          suite.name, suite.summary,
          "protocols \(suite.protocols.map(\.name).joined(separator: ", "))",
          references.isEmpty ? "" : "references \(references.joined(separator: ", "))",
        ]
      })
  }

  private static func reading(_ parts: [SignalPart]) -> String {
    "reads " + (parts.isEmpty ? "nothing" : parts.map(\.rawValue).joined(separator: ", "))
  }

  /// Prints the models that this machine can serve.
  ///
  /// - Throws: `LanguageModelError` when the catalogue is damaged or python3 is missing.
  static func listModels() async throws {
    let catalog = try ModelCatalog.embedded()
    let cache = try ModelCache.path()
    var rows: [[String]] = []
    for model in catalog.models {
      let isHere = try await LocalSetup.missing(model: model, cacheDirectory: cache).isEmpty
      rows.append([
        model.name, "\(model.byteCount / 1_000_000) MB", model.licence,
        isHere ? "ready" : "not set up", model.name == catalog.defaultModel.name ? "default" : "",
      ])
    }
    show(rows)
  }

  private func listTasks() throws {
    let suite = try SuiteCatalog.suite(named: suite)
    let generated = Dictionary(
      suite.tasks(in: .generated).map { ($0.id.name, $0) }, uniquingKeysWith: { first, _ in first })
    Self.show(
      suite.tasks(in: .official(directory: nil)).map { task in
        let sources = generated[task.id.name] == nil ? "official" : "generated, official"
        let isDefault = generated[task.id.name]?.isDefault == true ? "default" : ""
        return [task.id.name, task.summary, sources, isDefault]
      })
  }

  private static func show(_ rows: [[String]]) {
    print(ColumnText.text(of: rows), terminator: "")
  }
}

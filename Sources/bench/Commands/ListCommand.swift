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
    case suites, tasks, optimizers, models, prices
  }

  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Prints suites, tasks, optimizers, models or prices.")

  @Argument(help: "What to list: \(Subject.allCases.map(\.rawValue).joined(separator: ", ")).")
  var subject: Subject

  @Option(help: "The suite whose tasks are listed; or file:PATH, whose file is read.")
  var suite: String = "bbh"

  func run() async throws {
    switch subject {
    case .suites: listSuites()
    case .tasks: try await listTasks()
    case .optimizers: Self.listOptimizers()
    case .models: try await Self.listModels()
    case .prices: try listPrices()
    }
  }

  /// Prints what is known about prices, in US dollars for a million tokens.
  private func listPrices() throws {
    func text(_ amount: Double?) -> String { amount.map { "\($0)" } ?? "" }
    let heading = ["model", "prompt", "cached", "completion", "of", "source"]
    let prices = try PriceTable.embedded().prices.sorted { $0.key < $1.key }
    Self.show(
      [heading]
        + prices.map { model, price in
          [
            model, text(price.prompt), text(price.cachedPrompt), text(price.completion),
            price.date, price.source,
          ]
        })
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

  private static func listOptimizers() {
    show(OptimizerCatalog.all.map { [$0.name, $0.summary, reading($0.reads), $0.source] })
    let settings = OptimizerCatalog.all.flatMap { optimizer in
      optimizer.settings.map { setting in
        [
          "\(optimizer.name):\(setting.name)=\(setting.defaultValue.text)", setting.summary,
          setting.range,
        ]
      }
    }
    print("\nSettings with the value that they have unless it is given; several are joined by '+':")
    show(settings)
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

  /// Prints the tasks of a suite with the sources of their examples.
  ///
  /// - Throws: `PlanError` when there is no such suite; `DataError` for a file of the user that is not
  ///   there or that no task can be made of.
  private func listTasks() async throws {
    let suite = try SuiteCatalog.suite(named: suite)
    let sources: [DataSource] = [.generated, .official(directory: nil), .user]
    var rows: [String: [String]] = [:]
    for source in sources {
      for task in suite.tasks(in: source) {
        if source == .user { _ = try await suite.load(task.id, from: source) }
        let name = task.id.name
        let isDefault = source != .official(directory: nil) && task.isDefault ? "default" : ""
        rows[name, default: [name, task.summary, "", isDefault]][2] +=
          (rows[name] == nil ? "" : ", ") + source.label
      }
    }
    Self.show(rows.sorted { $0.key < $1.key }.map(\.value))
  }

  private static func show(_ rows: [[String]]) {
    print(ColumnText.text(of: rows), terminator: "")
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchmarkSuites
package import LanguageModels
package import OPTO
import Optimizers
import Training

/// What a user asks to be run, in the words of the command line, before the words are looked up.
package struct PlanRequest: Sendable, Hashable {
  /// The suite's name.
  package var suite: String
  /// Names of tasks, `all`, or nil for the suite's own choice.
  package var tasks: [String]?
  /// Names of optimizers, each with its settings as in `optoprime:memory=5+masked`, or `all`.
  package var optimizers: [String]
  /// The task model's identity.
  package var model: String
  /// The optimizer model's identity.
  package var optimizerModel: String
  /// Seeds 0 to this number less one.
  package var seedCount: Int
  /// Whether the publisher's files are used.
  package var usesOfficialData: Bool
  /// The folder of the publisher's files, or nil for the cache.
  package var dataDirectory: String?
  /// The protocol's name, or nil for the suite's own choice.
  package var protocolName: String?
  /// What ends a trial's training.
  package var budget: Budget
  /// What the whole run may spend on models.
  package var runBudget = Budget()
  /// The prices of models, as far as they are known.
  package var prices = PriceTable()
  /// Model calls at once.
  package var jobs: Int

  /// Creates a request; everything but the models has a default.
  package init(
    suite: String = "bbh", tasks: [String]? = nil,
    optimizers: [String] = ["noop", "random", "optoprime"], model: String, optimizerModel: String
  ) {
    self.suite = suite
    self.tasks = tasks
    self.optimizers = optimizers
    self.model = model
    self.optimizerModel = optimizerModel
    seedCount = 1
    usesOfficialData = false
    budget = Budget()
    jobs = 4
  }

  /// Looks every word up.
  ///
  /// - Returns: The plan, its tasks and optimizers without repetition in the order given.
  /// - Throws: ``PlanError`` for the first word that is not known.
  package func plan() throws(PlanError) -> RunPlan {
    let suite = try SuiteCatalog.suite(named: suite)
    let source = try source(for: suite)
    try checkPrices()
    var plan = RunPlan(
      suite: suite.name, tasks: try taskNames(of: suite, source),
      optimizers: try optimizerNames(of: suite),
      models: (model, optimizerModel), seeds: Array(0..<UInt64(max(1, seedCount))),
      data: source, schedule: try schedule(of: suite), limits: (budget, jobs),
      namesEveryOptimizer: optimizers == ["all"])
    plan.runBudget = runBudget
    plan.prices = prices
    return plan
  }

  /// Money can be limited only where every price is known: an unknown one is not 0.
  private func checkPrices() throws(PlanError) {
    let limited = [("--budget", budget), ("--run-budget", runBudget)]
    guard let option = limited.first(where: { $0.1.money != nil })?.0 else { return }
    for name in [model, optimizerModel] {
      guard let identity = ModelIdentity(name), prices.price(of: identity) == nil else { continue }
      throw PlanError(
        "\(option) limits money, but the price of \(name) is not known: add it to a file for "
          + "--prices, such as \(PriceTable.example), in US dollars for a million tokens")
    }
  }

  private func source(for suite: any BenchmarkSuite) throws(PlanError) -> DataSource {
    guard suite.tasks(in: .user).isEmpty else {
      guard !usesOfficialData else {
        throw PlanError("--data official does not go with --suite \(suite.name): leave it out")
      }
      return .user
    }
    return usesOfficialData ? .official(directory: dataDirectory) : .generated
  }

  private func schedule(of suite: any BenchmarkSuite) throws(PlanError) -> TrainingProtocol {
    let known = suite.protocols
    let name = protocolName ?? known.first?.name ?? ""
    guard let schedule = known.first(where: { $0.name == name }) else {
      throw PlanError.unknown("protocol", name, option: "--protocol", known: known.map(\.name))
    }
    return schedule
  }

  private func taskNames(
    of suite: any BenchmarkSuite, _ source: DataSource
  ) throws(PlanError) -> [String] {
    let known = suite.tasks(in: source)
    guard let tasks else { return known.filter(\.isDefault).map(\.id.name) }
    do {
      return try Self.lookUp(tasks, "task", option: "--task", known: known.map(\.id.name))
    } catch {
      let official = Set(suite.tasks(in: .official(directory: nil)).map(\.id.name))
      let withoutGenerator = official.subtracting(known.map(\.id.name))
      guard source == .generated, let name = tasks.first(where: withoutGenerator.contains)
      else { throw error }
      throw PlanError(
        "--task '\(name)' has no generator: run it on the publisher's items with --data official")
    }
  }

  /// The optimizers by their canonical names, which tell their settings.
  private func optimizerNames(of suite: any BenchmarkSuite) throws(PlanError) -> [String] {
    let references = suite.references.map(\.name)
    let known = OptimizerCatalog.all.map(\.name) + references
    var names: [String] = []
    for text in optimizers == ["all"] ? known : optimizers {
      let name: String?
      do throws(OptimizerSpellingError) {
        name =
          references.contains(text) ? text : try OptimizerCatalog.optimizer(spelled: text)?.name
      } catch {
        throw PlanError("--optimizer: \(error.description)")
      }
      guard let name else {
        let word = String(text.prefix { $0 != ":" })
        throw PlanError.unknown("optimizer", word, option: "--optimizer", known: known)
      }
      if !names.contains(name) { names.append(name) }
    }
    guard !names.isEmpty else {
      throw PlanError("--optimizer names no optimizer: name at least one")
    }
    return names
  }

  private static func lookUp(
    _ names: [String], _ kind: String, option: String, known: [String]
  ) throws(PlanError) -> [String] {
    if names == ["all"] { return known }
    var result: [String] = []
    for name in names {
      // Before a stroke stands the name of a group, which stands for all its members.
      let named = known.filter { $0 == name || $0.hasPrefix(name + "/") }
      guard !named.isEmpty else {
        throw PlanError.unknown(kind, name, option: option, known: known)
      }
      result += named.filter { !result.contains($0) }
    }
    guard !result.isEmpty else { throw PlanError("\(option) names no \(kind): name at least one") }
    return result
  }
}

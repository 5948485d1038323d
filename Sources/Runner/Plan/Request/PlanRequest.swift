// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import BenchmarkSuites
package import LanguageModels
package import OPTO
import Optimizers
import Training

/// What a user asks to be run of one suite, before the words are looked up.
package struct PlanRequest: Sendable {
  /// The suite's name.
  package var suite: String
  /// Names of tasks, `all`, or nil for the suite's own choice.
  package var tasks: [String]?
  /// Names of optimizers, each with its settings as in `optoprime:memory=5+masked`, or `all`.
  package var optimizers: [String]
  /// Whom workflows and optimizers ask, by identity.
  package var models: [ModelPair]
  /// One trial for each.
  package var seeds: [UInt64] = [0]
  /// Where examples come from.
  package var data = DataSource.generated
  /// Names of protocols, each with its settings as in `quick:test=50+steps=4`, or nil for the suite's
  /// own choice.
  package var protocols: [String]?
  /// What ends a trial's training.
  package var budgets = [Budget()]
  /// What is left out.
  package var exclusions: [TrialExclusion] = []
  /// Where keys and words were read, such as `plan.yaml:7: tasks`; the option of the command line
  /// for what is missing.
  package var places: [PlanPlace: String] = [:]

  /// Creates a request; everything but the models has a default.
  package init(
    suite: String = "bbh", tasks: [String]? = nil,
    optimizers: [String] = ["noop", "random", "optoprime"], models: [ModelPair]
  ) {
    self.suite = suite
    self.tasks = tasks
    self.optimizers = optimizers
    self.models = models
  }

  /// Looks every word up and makes a plan of this one group.
  ///
  /// - Parameters:
  ///   - jobs: Model calls at once.
  ///   - spending: What the whole run may spend, and the prices.
  /// - Returns: The plan, its tasks and optimizers without repetition in the order given.
  /// - Throws: ``PlanError`` for the first word that is not known, or for a limit of money where a
  ///   price is not known.
  package func plan(
    jobs: Int = 4, spending: RunSpending = RunSpending()
  ) throws(PlanError) -> RunPlan {
    try RunPlan(groups: [try group(at: spending.prices)], jobs: jobs, spending: spending)
  }

  /// Looks every word up.
  ///
  /// - Parameter prices: The prices of models, as far as they are known.
  /// - Returns: The group, its tasks and optimizers without repetition in the order given.
  /// - Throws: ``PlanError`` for the first word that is not known, or for a limit of money where a
  ///   price is not known.
  package func group(at prices: PriceTable) throws(PlanError) -> PlanGroup {
    let suite = try SuiteCatalog.suite(named: suite, place: place(of: .suite, suite))
    let source = try source(for: suite)
    try prices.check(models, within: budgets, place: place(of: .budgets))
    return PlanGroup(
      suite: suite.name, tasks: try taskNames(of: suite, source),
      optimizers: try optimizerNames(of: suite), namesEveryOptimizer: optimizers == ["all"],
      models: Self.unique(models), seeds: Self.unique(seeds), data: source,
      schedules: try schedules(of: suite), budgets: Self.unique(budgets), exclusions: exclusions)
  }

  private func place(of key: PlanKey, _ word: String? = nil) -> String {
    places[PlanPlace(key, word)] ?? places[PlanPlace(key)] ?? key.option
  }

  /// A suite that has tasks of a user's files alone has no other source; any other has to have tasks
  /// of the source that was asked for.
  private func source(for suite: any BenchmarkSuite) throws(PlanError) -> DataSource {
    guard suite.tasks(in: data).isEmpty else { return data }
    let official = places.isEmpty ? "--data official" : "data: official"
    let named = "\(place(of: .suite, suite.name)) \(suite.name)"
    if case .official = data {
      throw PlanError("\(official) does not go with \(named): leave it out")
    }
    guard suite.tasks(in: .user).isEmpty else { return .user }
    throw PlanError("\(named) has published items alone: run it with \(official)")
  }

  private func schedules(of suite: any BenchmarkSuite) throws(PlanError) -> [TrainingProtocol] {
    let known = suite.protocols
    guard let protocols else { return Array(known.prefix(1)) }
    guard protocols != ["all"] else { return known }
    var schedules: [TrainingProtocol] = []
    for word in protocols {
      let name = word.prefix { $0 != ":" }
      let place = place(of: .protocols, word)
      guard let schedule = known.first(where: { $0.name == name }) else {
        throw .unknown("protocol", String(name), option: place, known: known.map(\.name))
      }
      let settings = word.dropFirst(name.count).dropFirst()
      let chosen = name.count == word.count ? schedule : try schedule.with(settings, place: place)
      guard !chosen.givenSettings.contains("steps") || budgets.contains(where: { $0.steps == nil })
      else {
        throw PlanError(
          "\(place): steps is not read where \(self.place(of: .budgets)) has steps: leave one of "
            + "both out")
      }
      schedules.append(chosen)
    }
    guard !schedules.isEmpty else {
      throw PlanError("\(place(of: .protocols)) names no protocol: name at least one")
    }
    return Self.unique(schedules)
  }

  private func taskNames(
    of suite: any BenchmarkSuite, _ data: DataSource
  ) throws(PlanError) -> [String] {
    let known = suite.tasks(in: data)
    guard let tasks else { return known.filter(\.isDefault).map(\.id.name) }
    do {
      return try lookUp(tasks, "task", .tasks, known: known.map(\.id.name))
    } catch {
      let official = Set(suite.tasks(in: .official(directory: nil)).map(\.id.name))
      let withoutGenerator = official.subtracting(known.map(\.id.name))
      guard data == .generated, let name = tasks.first(where: withoutGenerator.contains)
      else { throw error }
      let source = places.isEmpty ? "--data official" : "data: official"
      throw PlanError(
        "\(place(of: .tasks, name)) '\(name)' has no generator: run it on the publisher's items with "
          + source)
    }
  }

  /// The optimizers by their canonical names, which tell their settings.
  private func optimizerNames(of suite: any BenchmarkSuite) throws(PlanError) -> [String] {
    let references = suite.references.map(\.name)
    let known = OptimizerCatalog.all.map(\.name) + references
    guard optimizers != ["all"] else { return known }
    var names: [String] = []
    for text in optimizers {
      let place = place(of: .optimizers, text)
      let name: String?
      do throws(OptimizerSpellingError) {
        name =
          references.contains(text) ? text : try OptimizerCatalog.optimizer(spelled: text)?.name
      } catch {
        throw PlanError("\(place): \(error.description)")
      }
      guard let name else {
        let word = String(text.prefix { $0 != ":" })
        throw .unknown("optimizer", word, option: place, known: known)
      }
      names.append(name)
    }
    guard !names.isEmpty else {
      throw PlanError("\(place(of: .optimizers)) names no optimizer: name at least one")
    }
    return Self.unique(names)
  }

  private func lookUp(
    _ names: [String], _ kind: String, _ key: PlanKey, known: [String]
  ) throws(PlanError) -> [String] {
    if names == ["all"] { return known }
    var result: [String] = []
    for name in names {
      // Before a stroke stands the name of a group, which stands for all its members.
      let named = known.filter { $0 == name || $0.hasPrefix(name + "/") }
      guard !named.isEmpty else {
        throw .unknown(kind, name, option: place(of: key, name), known: known)
      }
      result += named
    }
    guard !result.isEmpty else {
      throw PlanError("\(place(of: key)) names no \(kind): name at least one")
    }
    return Self.unique(result)
  }

  private static func unique<Word: Hashable>(_ words: [Word]) -> [Word] {
    var seen: Set<Word> = []
    return words.filter { seen.insert($0).inserted }
  }
}

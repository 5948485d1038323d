// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import BenchmarkSuites
package import OPTO
import Optimizers
import Training

/// What a user asks to be run of one suite, before the words are looked up.
package struct PlanRequest: Sendable {
  /// The suite's name.
  package var suite: String
  /// Names of tasks, `all`, or nil for the suite's own choice.
  package var tasks: [String]?
  /// Names of optimizers, or `all`.
  package var optimizers: [String]
  /// Whom workflows and optimizers ask, by identity.
  package var models: [ModelPair]
  /// One trial for each.
  package var seeds: [UInt64] = [0]
  /// Where examples come from.
  package var data = DataSource.generated
  /// Names of protocols, or nil for the suite's own choice.
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
  /// - Parameter jobs: Model calls at once.
  /// - Returns: The plan, its tasks and optimizers without repetition in the order given.
  /// - Throws: ``PlanError`` for the first word that is not known.
  package func plan(jobs: Int = 4) throws(PlanError) -> RunPlan {
    RunPlan(groups: [try group()], jobs: jobs)
  }

  /// Looks every word up.
  ///
  /// - Throws: ``PlanError`` for the first word that is not known.
  package func group() throws(PlanError) -> PlanGroup {
    guard let suite = SuiteCatalog.all.first(where: { $0.name == suite }) else {
      throw .unknown(
        "suite", suite, option: place(of: .suite, self.suite), known: SuiteCatalog.all.map(\.name))
    }
    let optimizerNames = OptimizerCatalog.all.map(\.name) + suite.references.map(\.name)
    return PlanGroup(
      suite: suite.name, tasks: try taskNames(of: suite),
      optimizers: try lookUp(optimizers, "optimizer", .optimizers, known: optimizerNames),
      namesEveryOptimizer: optimizers == ["all"], models: Self.unique(models),
      seeds: Self.unique(seeds), data: data, schedules: try schedules(of: suite),
      budgets: Self.unique(budgets), exclusions: exclusions)
  }

  private func place(of key: PlanKey, _ word: String? = nil) -> String {
    places[PlanPlace(key, word)] ?? places[PlanPlace(key)] ?? key.option
  }

  private func schedules(of suite: any BenchmarkSuite) throws(PlanError) -> [TrainingProtocol] {
    let known = suite.protocols
    guard let protocols else { return Array(known.prefix(1)) }
    let names = try lookUp(protocols, "protocol", .protocols, known: known.map(\.name))
    return names.compactMap { name in known.first { $0.name == name } }
  }

  private func taskNames(of suite: any BenchmarkSuite) throws(PlanError) -> [String] {
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

  private func lookUp(
    _ names: [String], _ kind: String, _ key: PlanKey, known: [String]
  ) throws(PlanError) -> [String] {
    if names == ["all"] { return known }
    for name in names where !known.contains(name) {
      throw .unknown(kind, name, option: place(of: key, name), known: known)
    }
    guard !names.isEmpty else {
      throw PlanError("\(place(of: key)) names no \(kind): name at least one")
    }
    return Self.unique(names)
  }

  private static func unique<Word: Hashable>(_ words: [Word]) -> [Word] {
    var seen: Set<Word> = []
    return words.filter { seen.insert($0).inserted }
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import BenchmarkSuites
import LanguageModels
import OPTO
import Runner

/// What shall be run.
struct PlanOptions: ParsableArguments {
  @Option(
    name: .customLong("plan"),
    help: """
      A YAML file that says what to run, in place of the options below; 'bench plan print' shows \
      one.
      """,
    completion: .file(extensions: ["yaml", "yml"]))
  var planFile: String?

  @Option(help: "The suite to run; see 'bench list suites'. Default: bbh.")
  var suite: String?

  @Option(
    name: .customLong("task"),
    help: "Tasks, separated by commas, or 'all'; see 'bench list tasks'. Default: the suite's own.")
  var tasks: String?

  @Option(
    name: .customLong("optimizer"),
    help: """
      Optimizers, separated by commas, or 'all'; see 'bench list optimizers'. Default: \
      noop,random,optoprime.
      """)
  var optimizers: String?

  @Option(
    help: """
      Trials of each task and optimizer, with seeds 0, 1, ...; each further seed draws other \
      training examples, or another order of them where the protocol takes all. Default: 1.
      """)
  var seeds: Int?

  @Option(
    help: """
      Where examples come from: 'generated' (made here, not BBH; the default) or 'official' (BBH \
      itself).
      """)
  var data: String?

  @Option(
    help: """
      A folder with the official files, for --data official. Default: the cache, filled from the \
      publisher.
      """,
    completion: .directory)
  var dataDir: String?

  @Option(
    name: .customLong("protocol"),
    help: """
      How a trial trains: 'paper' as published, or 'quick', which ends within minutes on two \
      cores; see 'bench list suites'. Default: the suite's own.
      """)
  var protocolName: String?

  @Option(
    help: """
      What ends a trial's training once it is spent, such as 'calls=100,steps=3'; names are \
      steps, evaluations, calls and tokens. Validation and test of the states that it has come on \
      top.
      """)
  var budget: String?

  mutating func validate() throws {
    if planFile != nil, let option = wordedOptions.first {
      throw ValidationError("--plan says what to run: leave \(option) out or write it in the file.")
    }
    if let seeds, !(1...1000).contains(seeds) {
      throw ValidationError("--seeds takes a number from 1 to 1000, not \(seeds).")
    }
    if let data, !["generated", "official"].contains(data) {
      throw ValidationError("--data takes 'generated' or 'official', not '\(data)'.")
    }
    if data != "official", dataDir != nil {
      throw ValidationError("--data-dir is read only with --data official: add it.")
    }
    if let budget {
      do throws(Budget.ParseError) {
        _ = try Budget(parsing: budget)
      } catch {
        throw ValidationError("--budget: \(error.description).")
      }
    }
  }

  /// The options given that say the same as a plan file.
  private var wordedOptions: [String] {
    let options: [(String, Bool)] = [
      ("--suite", suite != nil), ("--task", tasks != nil), ("--optimizer", optimizers != nil),
      ("--seeds", seeds != nil), ("--data", data != nil), ("--data-dir", dataDir != nil),
      ("--protocol", protocolName != nil), ("--budget", budget != nil),
    ]
    return options.filter(\.1).map(\.0)
  }

  /// The plan that the options ask for, or that of the file.
  ///
  /// - Throws: `PlanError` or `LanguageModelError` naming the option, or the line and key of the
  ///   file, that is wrong.
  func plan(models: ModelOptions) throws -> RunPlan {
    if let planFile { return try Self.plan(ofFileAt: planFile, models: models) }
    var request = PlanRequest(suite: suite ?? "bbh", models: [try models.pair()])
    request.tasks = tasks.map(Self.names)
    if let optimizers { request.optimizers = Self.names(optimizers) }
    request.seeds = Array(0..<UInt64(seeds ?? 1))
    request.data = data == "official" ? .official(directory: dataDir) : .generated
    request.protocols = protocolName.map(Self.names)
    if let budget { request.budgets = [try Budget(parsing: budget)] }
    return try request.plan(jobs: models.jobs)
  }

  /// The plan of a file, with the models of the command line where it names none.
  ///
  /// - Throws: `PlanError` or `LanguageModelError`.
  static func plan(ofFileAt path: String, models: ModelOptions) throws -> RunPlan {
    let file = try PlanFile(path: path, models: try models.pair())
    guard !file.namesModels || (models.model == nil && models.optimizerModel == nil) else {
      throw ValidationError("--model is not read: \(path) names the models; leave one of both out.")
    }
    return try file.plan(jobs: models.jobs)
  }

  private static func names(_ list: String) -> [String] {
    list.split(separator: ",").map { String($0.filter { !$0.isWhitespace }) }
  }
}

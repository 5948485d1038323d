// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import LanguageModels
import OPTO
import Runner

/// What shall be run.
struct PlanOptions: ParsableArguments {
  @Option(
    help: """
      The suite to run, see 'bench list suites'; or file:PATH for a file of your own with one JSON \
      object a line that has 'input' and 'target'.
      """)
  var suite: String = "bbh"

  @Option(
    name: .customLong("task"),
    help: "Tasks, separated by commas, or 'all'; see 'bench list tasks'. Default: the suite's own.")
  var tasks: String?

  @Option(
    name: .customLong("optimizer"),
    help: """
      Optimizers, separated by commas, or 'all'; settings follow a colon, as in \
      'optoprime:memory=5+masked'. See 'bench list optimizers'.
      """)
  var optimizers: String = "noop,random,optoprime"

  @Option(
    help: """
      Trials of each task and optimizer, with seeds 0, 1, ...; each further seed draws other \
      training examples, or another order of them where the protocol takes all.
      """)
  var seeds: Int = 1

  @Option(
    help: """
      How answers to --suite file:PATH are scored: exact, normalized, choice, number or contains. \
      Default: exact.
      """)
  var rule: String?

  @Option(
    help: "Where examples come from: 'generated' (made here, not BBH) or 'official' (BBH itself).")
  var data: String = "generated"

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
    guard (1...1000).contains(seeds) else {
      throw ValidationError("--seeds takes a number from 1 to 1000, not \(seeds).")
    }
    guard ["generated", "official"].contains(data) else {
      throw ValidationError("--data takes 'generated' or 'official', not '\(data)'.")
    }
    if rule != nil, !suite.hasPrefix("file:") {
      throw ValidationError(
        "--rule is for --suite file:PATH: other suites have rules of their own.")
    }
    if data == "generated", dataDir != nil {
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

  /// The plan that the options ask for.
  ///
  /// - Throws: `PlanError` or `LanguageModelError` naming the option that is wrong.
  func plan(models: ModelOptions) throws -> RunPlan {
    var request = PlanRequest(
      suite: rule.map { "\(suite)#\($0)" } ?? suite, tasks: tasks.map(Self.names),
      optimizers: Self.names(optimizers),
      model: try models.taskIdentity().description,
      optimizerModel: try models.optimizerIdentity().description)
    request.seedCount = seeds
    request.usesOfficialData = data == "official"
    request.dataDirectory = dataDir
    request.protocolName = protocolName
    if let budget { request.budget = try Budget(parsing: budget) }
    request.jobs = models.jobs
    return try request.plan()
  }

  private static func names(_ list: String) -> [String] {
    list.split(separator: ",").map { String($0.filter { !$0.isWhitespace }) }
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
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
    help: """
      Tasks or groups of them, such as 'strings' for 'strings/...', separated by commas, or 'all'; \
      see 'bench list tasks'. Default: the suite's own.
      """)
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
      What ends a trial's training, such as 'calls=100,steps=3' or 'money=0.50,time=30m'; names \
      are steps, evaluations, calls, tokens, money (US dollars) and time (s, m or h). A model call \
      of the training that could break a limit is not made: its prompt is estimated at four bytes \
      a token, its answer at the most that it may have. Stored answers count as if they were paid. \
      Validation and test of the states that it has come on top.
      """)
  var budget: String?

  @Option(
    help: """
      What the whole run may spend on models, such as 'money=5,time=8h'; names are calls, tokens, \
      money and time. A call that could break a limit is not made and the run ends; what was done \
      is kept, and the same command with another limit goes on. Stored answers cost nothing here.
      """)
  var runBudget: String?

  @Option(
    help: """
      A JSON file of prices in US dollars for a million tokens, such as \
      '\(PriceTable.example)'; its entries come before those of 'bench list prices'. A budget of \
      money needs the prices of both models.
      """,
    completion: .file(extensions: ["json"]))
  var prices: String?

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
    do throws(Budget.ParseError) {
      _ = try budget.map { text throws(Budget.ParseError) in try Budget(parsing: text) }
    } catch {
      throw ValidationError("--budget: \(error.description).")
    }
    do throws(Budget.ParseError) {
      _ = try parsedRunBudget()
    } catch {
      throw ValidationError("--run-budget: \(error.description).")
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
    request.runBudget = try parsedRunBudget()
    request.prices = try priceTable()
    request.jobs = models.jobs
    return try request.plan()
  }

  private func parsedRunBudget() throws(Budget.ParseError) -> Budget {
    guard let runBudget else { return Budget() }
    return try Budget(parsing: runBudget, names: [.calls, .tokens, .money, .time])
  }

  private func priceTable() throws -> PriceTable {
    let known = try PriceTable.embedded()
    guard let prices else { return known }
    guard let text = try? String(contentsOfFile: prices, encoding: .utf8) else {
      throw ValidationError("--prices names the file '\(prices)', which cannot be read.")
    }
    return known.merging(try PriceTable(json: text, file: prices))
  }

  private static func names(_ list: String) -> [String] {
    list.split(separator: ",").map { String($0.filter { !$0.isWhitespace }) }
  }
}

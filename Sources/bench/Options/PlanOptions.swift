// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import BenchmarkSuites
import Foundation
import LanguageModels
import OPTO
import Runner
import Training
import UserDataEnvironment

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

  @Option(
    help: """
      The suite to run, see 'bench list suites'; or file:PATH for a file of your own with one JSON \
      object a line that has 'input' and 'target'. Default: bbh.
      """)
  var suite: String?

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
      'optoprime:memory=5+masked'. See 'bench list optimizers'. Default: noop,random,optoprime.
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
      How answers to --suite file:PATH are scored: exact, normalized, choice, number or contains. \
      Default: exact.
      """)
  var rule: String?

  @Option(
    help: """
      What is tuned on --suite file:PATH: 'program' (a prompt and two Python functions around a \
      model call; the default), 'thinking' (the same, answering step by step) or 'instruction' \
      (the instruction alone; no code is run).
      """)
  var workflow: String?

  @Option(
    help: """
      Where examples come from: 'generated' (made here, not BBH; the default) or 'official' (BBH \
      itself).
      """)
  var data: String?

  @Option(
    help: """
      A folder with the official files, or with a folder for each set, named as by 'bench data \
      list', for --data official. Default: the cache, filled from the publisher.
      """,
    completion: .directory)
  var dataDir: String?

  @Option(
    name: .customLong("protocol"),
    help: """
      How a trial trains: 'paper' as published, or 'quick', which ends within minutes on two \
      cores; see 'bench list suites'. Settings follow a colon, as in 'quick:test=50+steps=4'; they \
      are \(TrainingProtocol.settingNames), as far as the protocol reads them. Default: the suite's \
      own.
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
    if planFile != nil, let option = wordedOptions.first {
      throw ValidationError("--plan says what to run: leave \(option) out or write it in the file.")
    }
    if let seeds, !(1...1000).contains(seeds) {
      throw ValidationError("--seeds takes a number from 1 to 1000, not \(seeds).")
    }
    if let data, !["generated", "official"].contains(data) {
      throw ValidationError("--data takes 'generated' or 'official', not '\(data)'.")
    }
    if !(suite ?? "").hasPrefix(UserFileSuite.prefix) {
      for (option, value) in [("--rule", rule), ("--workflow", workflow)] where value != nil {
        throw ValidationError(
          "\(option) is for --suite file:PATH: other suites have \(option.dropFirst(2))s of "
            + "their own.")
      }
    }
    if data != "official", dataDir != nil {
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

  /// The options given that say the same as a plan file.
  private var wordedOptions: [String] {
    let options: [(String, Bool)] = [
      ("--suite", suite != nil), ("--task", tasks != nil), ("--optimizer", optimizers != nil),
      ("--seeds", seeds != nil), ("--data", data != nil), ("--data-dir", dataDir != nil),
      ("--protocol", protocolName != nil), ("--budget", budget != nil), ("--rule", rule != nil),
      ("--workflow", workflow != nil),
    ]
    return options.filter(\.1).map(\.0)
  }

  /// The plan that the options ask for, or that of the file.
  ///
  /// - Throws: `PlanError`, `DataError` or `LanguageModelError` naming the option, or the line and
  ///   key of the file, that is wrong.
  func plan(models: ModelOptions) throws -> RunPlan {
    let spending = try spending()
    if let planFile {
      return try Self.plan(ofFileAt: planFile, models: models, spending: spending)
    }
    var request = PlanRequest(
      suite: try UserFileSuite.name(suite ?? "bbh", rule: rule, workflow: workflow),
      models: [try models.pair()])
    request.tasks = tasks.map(Self.names)
    if let optimizers { request.optimizers = Self.names(optimizers) }
    request.seeds = Array(0..<UInt64(seeds ?? 1))
    request.data = data == "official" ? .official(directory: dataDir) : .generated
    request.protocols = protocolName.map(Self.names)
    if let budget { request.budgets = [try Budget(parsing: budget)] }
    return try request.plan(jobs: models.jobs, spending: spending)
  }

  /// The plan of a file, with the models of the command line where it names none.
  ///
  /// - Throws: `PlanError` or `LanguageModelError`.
  static func plan(
    ofFileAt path: String, models: ModelOptions, spending: RunSpending
  ) throws -> RunPlan {
    let file = try PlanFile(path: path, models: try models.pair())
    guard !file.namesModels || (models.model == nil && models.optimizerModel == nil) else {
      throw ValidationError("--model is not read: \(path) names the models; leave one of both out.")
    }
    return try file.plan(jobs: models.jobs, spending: spending)
  }

  private func parsedRunBudget() throws(Budget.ParseError) -> Budget {
    guard let runBudget else { return Budget() }
    return try Budget(parsing: runBudget, names: [.calls, .tokens, .money, .time])
  }

  private func spending() throws -> RunSpending {
    RunSpending(budget: try parsedRunBudget(), prices: try Self.priceTable(prices))
  }

  /// The prices that are part of the program, with those of a file in their place.
  ///
  /// - Throws: `ValidationError` or `LanguageModelError` when the file cannot be read.
  static func priceTable(_ prices: String?) throws -> PriceTable {
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

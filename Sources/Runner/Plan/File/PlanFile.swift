// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchmarkSuites
import Foundation
import OPTO
import Yams

/// A plan that was written as a YAML file.
///
/// The file names suites and, for all of them or for one, what is run on them:
///
/// ```yaml
/// suites:                       # one name, a list of names, or entries with keys of their own
///   - suite: bbh
///     tasks: [navigate, word_sorting]   # 'all', or by default the suite's own choice
///   - suite: numerical
///     optimizers: all
/// optimizers: [noop, random, optoprime, "optoprime:memory=5"]
/// models:                       # by default those of the command line
///   - openai/gpt-4o-2024-08-06
///   - {task: qwen2.5-coder-1.5b-instruct-q4_k_m, optimizer: openai/gpt-4o-2024-08-06}
/// seeds: 3                      # seeds 0, 1 and 2; or a list such as [0, 7]
/// protocols: [quick, "quick:test=50"]   # by default the suite's own
/// budgets: [{steps: 3}, {money: 0.50, time: 30m}]
/// data: generated               # or official, with data-dir for a folder of its files
/// exclude:                      # trials that have one of the words of every key
///   - {suite: bbh, task: navigate, optimizer: random}
/// ```
///
/// A list of one element may be written without brackets. Every key but `suites` may be missing,
/// and every other key may also stand in an entry of `suites`, where it takes the place of the one
/// above; exclusions of an entry come on top.
package struct PlanFile: Sendable {
  /// What the file asks for, one request for each entry of `suites`.
  package let requests: [PlanRequest]
  /// Whether the file says which models are asked.
  package let namesModels: Bool

  /// Reads a plan.
  ///
  /// - Parameters:
  ///   - text: The YAML.
  ///   - name: The file's name for errors.
  ///   - models: Whom workflows and optimizers ask where the file does not say.
  /// - Throws: ``PlanError`` with line and key of what cannot be read.
  package init(text: String, name: String, models: ModelPair) throws(PlanError) {
    var reader = PlanFileReader(name: name, models: models)
    requests = try reader.requests(of: text)
    namesModels = reader.namesModels
  }

  /// Reads the plan of a file.
  ///
  /// - Throws: ``PlanError`` when the file cannot be read or its plan is wrong.
  package init(path: String, models: ModelPair) throws(PlanError) {
    guard let data = FileManager.default.contents(atPath: path),
      let text = String(data: data, encoding: .utf8)
    else { throw PlanError("--plan: the file \(path) cannot be read: name a file of YAML text") }
    try self.init(text: text, name: path, models: models)
  }

  /// Looks every word up.
  ///
  /// - Parameters:
  ///   - jobs: Model calls at once.
  ///   - spending: What the whole run may spend, and the prices.
  /// - Returns: The plan, one group for each entry of `suites`.
  /// - Throws: ``PlanError`` with line and key of the first word that is not known, or for a limit
  ///   of money where a price is not known.
  package func plan(
    jobs: Int, spending: RunSpending = RunSpending()
  ) throws(PlanError) -> RunPlan {
    var groups: [PlanGroup] = []
    for request in requests { groups.append(try request.group(at: spending.prices)) }
    var checked: Set<TrialExclusion> = []
    for exclusion in groups.flatMap(\.exclusions) where checked.insert(exclusion).inserted {
      let concerned = groups.filter { $0.exclusions.contains(exclusion) }
      try exclusion.check(against: concerned.flatMap(\.everyTrial))
    }
    let plan = try RunPlan(groups: groups, jobs: jobs, spending: spending)
    guard !plan.trials.isEmpty else {
      throw PlanError("the plan excludes every trial: take a line of 'exclude' out")
    }
    return plan
  }
}

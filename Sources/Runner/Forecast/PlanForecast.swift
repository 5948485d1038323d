// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchmarkSuites
package import CodeExecution
import OPTO
import Training
package import TrialRecords

/// What a plan may cost, computed before anything is spent.
package struct PlanForecast: Sendable {
  /// The trials of one task by one optimizer with one pair of models, protocol and budget.
  package struct Row: Sendable {
    /// One of the trials, which differ in their seeds.
    package let example: TrialSpecification
    /// Trials that will be run.
    package internal(set) var trials = 0
    /// The most that each of them may ask for.
    package let forecast: TrialForecast
  }

  /// The price of a million tokens of requests and of answers, in one currency.
  package typealias Price = (prompt: Double, completion: Double)

  /// The rows in the order of the plan.
  package private(set) var rows: [Row] = []
  /// Where tasks have fewer examples than is asked for, each once.
  package private(set) var shortages: [ExampleShortage] = []
  /// All trials of the selection.
  package let trials: Int
  /// Trials that will not be run because they are complete, or not asked for.
  package let leftOut: Int

  /// Plans the trials and rehearses one evaluation and one update of each kind of trial.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - selection: Which of its trials are run.
  ///   - store: Where some trials may be complete; nil when there is no store yet.
  ///   - makeSandbox: Starts the sandbox for workflows that run code.
  /// - Throws: as `PlanRunner.run()` before its first trial.
  package init(
    of plan: RunPlan, selection: TrialSelection, store: TrialStore?,
    makeSandbox: () async throws -> PythonSandbox
  ) async throws {
    let all = try await TrialPlanner(plan).trials(inRun: "")
    let chosen = selection.shard?.trials(of: all) ?? all
    let stored = Dictionary(
      try await store?.trials().map { ($0.id, $0.state) } ?? [],
      uniquingKeysWith: { first, _ in first })
    let pending = chosen.filter { selection.takes(stored[$0.record.id] ?? .waiting) }
    trials = chosen.count
    leftOut = chosen.count - pending.count
    guard !pending.isEmpty else { return }
    let sandbox = try await makeSandbox()
    do {
      for trial in pending { try await add(trial, sandbox) }
    } catch {
      await sandbox.close()
      throw error
    }
    await sandbox.close()
  }

  /// Tokens of the longest request of all rows, estimated from the initial states.
  package var longestRequest: Int { rows.map(\.forecast.longestRequest).max() ?? 0 }

  private mutating func add(_ trial: PlannedTrial, _ sandbox: PythonSandbox) async throws {
    let words = trial.specification
    let known = rows.firstIndex { row in
      row.example.task == words.task && row.example.optimizer == words.optimizer
        && row.example.models == words.models && row.example.schedule == words.schedule
        && row.example.budget == words.budget && row.example.data == words.data
    }
    if let known {
      rows[known].trials += 1
      return
    }
    let problem = try trial.task.pose(
      SuiteResources(model: AbsentModel(), sandbox: sandbox, answerTokens: 1), words.seed)
    for shortage in ExampleShortage.all(of: words, posedAs: problem)
    where !shortages.contains(shortage) {
      shortages.append(shortage)
    }
    func count(_ split: DatasetSplit) -> Int {
      words.schedule.examples(of: problem, in: split, seed: words.seed).count
    }
    let forecast = TrialForecast(
      words.schedule, words.budget,
      counts: (count(.train), count(.validation), count(.test)),
      rehearsal: try await Rehearsal(of: trial, in: sandbox))
    rows.append(Row(example: words, trials: 1, forecast: forecast))
  }

  /// The sum over all trials of one number of their forecasts; nil when it has no bound for one.
  package func total(_ number: (TrialForecast) -> Int?) -> Int? {
    var sum = 0
    for row in rows {
      guard let value = number(row.forecast) else { return nil }
      sum = sum.plus(row.trials.times(value))
    }
    return sum
  }

  /// What the rows cost at most, as far as it is bounded and every price is known.
  ///
  /// - Parameter prices: The price of a model by its identity, or nil when it is not known.
  /// - Returns: The amount, or nil when something of it is not known.
  package func cost(_ prices: (String) -> Price?) -> Double? {
    var sum = 0.0
    for row in rows {
      let (models, forecast) = (row.example.models, row.forecast)
      for (model, prompt, completion) in [
        (models.task, forecast.taskPromptTokens, forecast.taskCompletionTokens),
        (models.optimizer, forecast.optimizerPromptTokens, forecast.optimizerCompletionTokens),
      ] {
        guard let prompt, let completion else { return nil }
        guard prompt > 0 || completion > 0 else { continue }
        guard let price = prices(model) else { return nil }
        let amount = Double(prompt) * price.prompt + Double(completion) * price.completion
        sum += Double(row.trials) * amount / 1e6
      }
    }
    return sum
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchmarkSuites
import OPTO
import Runner
import Training

/// Shows what a plan may cost.
struct ForecastText {
  let forecast: PlanForecast
  /// The price of a model by its identity, in US dollars for a million tokens.
  let prices: (String) -> PlanForecast.Price?

  /// A table with a row for the trials of each task and optimizer, and the sums.
  var text: String {
    var rows = [
      ["task", "optimizer", "protocol", "trials", "evaluations", "calls", "prompt", "completion"]
    ]
    for row in forecast.rows {
      let (words, each, count) = (row.example, row.forecast, row.trials)
      rows.append([
        "\(words.task)", words.optimizer, words.schedule.name, "\(count)",
        Self.number(each.evaluations, times: count), Self.number(Self.calls(each), times: count),
        Self.number(Self.prompt(each), times: count),
        Self.number(Self.completion(each), times: count),
      ])
    }
    rows.append([
      "all", "", "", "\(forecast.trials - forecast.leftOut)",
      Self.number(forecast.total(\.evaluations)), Self.number(forecast.total(Self.calls)),
      Self.number(forecast.total(Self.prompt)), Self.number(forecast.total(Self.completion)),
    ])
    return ColumnText.text(of: rows) + notes.joined(separator: "\n") + "\n"
  }

  private var notes: [String] {
    var notes = [
      "Evaluations, calls and completion tokens are upper bounds; prompt tokens are an estimate from",
      "the requests of the initial state. Answers that the store has are not asked for again.",
    ]
    if forecast.leftOut > 0 {
      notes.append(
        "\(forecast.leftOut) of \(forecast.trials) trials are complete or not asked for, and are not "
          + "counted.")
    }
    notes += forecast.shortages.map { "\($0)." }
    if let cost = forecast.cost(prices) {
      notes.append("At most about \((cost * 100).rounded(.up) / 100) US dollars.")
    } else {
      notes.append("Money: not bounded, or the price of a model is not known.")
    }
    return notes
  }

  private static func calls(_ each: TrialForecast) -> Int? {
    sum(each.taskCalls, each.optimizerCalls)
  }

  private static func prompt(_ each: TrialForecast) -> Int? {
    sum(each.taskPromptTokens, each.optimizerPromptTokens)
  }

  private static func completion(_ each: TrialForecast) -> Int? {
    sum(each.taskCompletionTokens, each.optimizerCompletionTokens)
  }

  private static func sum(_ one: Int?, _ other: Int?) -> Int? {
    one.flatMap { one in other.map { one.plus($0) } }
  }

  private static func number(_ value: Int?, times count: Int = 1) -> String {
    value.map { "\($0.times(count))" } ?? "not bounded"
  }
}

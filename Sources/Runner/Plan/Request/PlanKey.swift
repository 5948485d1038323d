// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// A part of a request, by which errors say where a wrong word is.
package enum PlanKey: String, Sendable, Hashable, CaseIterable {
  /// The suite.
  case suite
  /// The tasks.
  case tasks
  /// The optimizers.
  case optimizers
  /// The models.
  case models
  /// The seeds.
  case seeds
  /// Where examples come from.
  case data
  /// The folder of the publisher's files.
  case dataDirectory = "data-dir"
  /// The protocols.
  case protocols
  /// The budgets.
  case budgets
  /// What is left out.
  case exclude

  /// The option of the command line that says the same.
  var option: String {
    switch self {
    case .suite: "--suite"
    case .tasks: "--task"
    case .optimizers: "--optimizer"
    case .models: "--model"
    case .seeds: "--seeds"
    case .data: "--data"
    case .dataDirectory: "--data-dir"
    case .protocols: "--protocol"
    case .budgets: "--budget"
    case .exclude: "exclude"
    }
  }
}

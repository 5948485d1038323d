// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import Runner

/// Which trials of a plan a run takes.
struct SelectionOptions: ParsableArguments {
  @Option(
    help: """
      Runs one part of the plan, such as 2/8, into a store of its own for 'bench merge'. 'auto' \
      takes part and number from a Slurm job array; 'auto/8' takes the part from a Slurm array task \
      numbered from 1 or from a Kubernetes job's completion index.
      """)
  var shard: String?

  @Option(
    help: """
      What an earlier run left that is run again: 'all' that is not complete, 'failed' trials \
      alone, or 'none' of the failed ones.
      """)
  var retry: TrialSelection.Retry = .all

  /// The selection that the options ask for.
  ///
  /// - Throws: `PlanError` when they name no part.
  func selection() throws -> TrialSelection {
    let environment = ProcessInfo.processInfo.environment
    return TrialSelection(
      shard: try shard.map { try PlanShard(parsing: $0, environment: environment) }, retry: retry)
  }
}

extension TrialSelection.Retry: ExpressibleByArgument {}

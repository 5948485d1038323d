// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchmarkSuites
import Optimizers
import TrialRecords

/// A trial of a plan with its data in memory and its row made.
struct PlannedTrial: Sendable {
  let specification: TrialSpecification
  let task: LoadedTask
  let optimizer: OptimizerDescription
  let record: TrialRecord

  /// Whether the workflow or the optimizer asks a language model.
  var asksModel: Bool { task.asksModel || optimizer.modelUse.asks(about: task.trainableKinds) }
}

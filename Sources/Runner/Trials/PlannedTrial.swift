// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import BenchmarkSuites
package import Optimizers
package import TrialRecords

/// A trial of a plan with its data in memory and its row made.
package struct PlannedTrial: Sendable {
  /// What the plan says of it.
  package let specification: TrialSpecification
  /// Its task with the examples.
  package let task: LoadedTask
  /// Its optimizer.
  package let optimizer: OptimizerDescription
  /// Its row before it begins.
  package let record: TrialRecord

  /// Whether the optimizer asks a language model.
  package var optimizerAsksModel: Bool { optimizer.modelUse.asks(about: task.trainableKinds) }

  /// The identities of the models that the workflow or the optimizer asks.
  package var askedModels: [String] {
    let models = specification.models
    return (task.asksModel ? [models.task] : []) + (optimizerAsksModel ? [models.optimizer] : [])
  }
}

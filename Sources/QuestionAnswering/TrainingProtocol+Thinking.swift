// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import Training

extension TrainingProtocol {
  /// The protocols of question suites whose model thinks in writing before it answers.
  package static let thinking: [TrainingProtocol] = [
    .quick.thinking, .paper, .minibatch.thinking, .gepa.thinking, .priority.thinking,
  ]

  /// This protocol with room for a model that thinks in writing before it answers.
  private var thinking: TrainingProtocol {
    var schedule = self
    schedule.answerTokens = max(schedule.answerTokens, 400)
    return schedule
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import Training

extension TrainingProtocol {
  /// The quick protocol with room for a model that thinks in writing before it answers.
  package static let quickThinking: TrainingProtocol = {
    var schedule = TrainingProtocol.quick
    schedule.answerTokens = 400
    return schedule
  }()
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import Training

/// How a workflow asks the model when a trial begins.
package enum AnswerStyle: String, Sendable, Hashable, CaseIterable {
  /// The model answers at once.
  case direct
  /// The model thinks in writing first.
  case chainOfThought

  /// The protocols of suites that ask so.
  package var protocols: [TrainingProtocol] {
    switch self {
    case .direct: [.quick, .paper, .minibatch, .gepa, .priority]
    case .chainOfThought: TrainingProtocol.thinking
    }
  }
}

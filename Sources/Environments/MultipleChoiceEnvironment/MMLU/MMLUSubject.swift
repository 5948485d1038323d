// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// A subject whose questions TextGrad and the Trace paper ask.
enum MMLUSubject: String, Sendable, Hashable, CaseIterable {
  case collegePhysics = "college_physics"
  case machineLearning = "machine_learning"

  /// What the task asks, in a few words.
  var summary: String {
    switch self {
    case .collegePhysics: "choose the answer to a question of college physics"
    case .machineLearning: "choose the answer to a question on machine learning"
    }
  }
}

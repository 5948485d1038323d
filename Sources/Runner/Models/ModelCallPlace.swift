// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import OPTO
import TrialRecords

/// Where in its trial a model call belongs, whichever of several calls ends first.
struct ModelCallPlace: Sendable, Hashable {
  /// The number of the evaluation or step.
  let owner: Int
  /// The place among the calls of the owner, from 0.
  let index: Int
  /// Whether the owner is a step.
  let isStep: Bool

  /// The place of the next call of what is under way.
  static func next() -> ModelCallPlace {
    guard let scope = TrialScope.current else {
      return ModelCallPlace(owner: 0, index: 0, isStep: false)
    }
    let (owner, isStep) =
      switch scope.activity {
      case .evaluation(let number): (number, false)
      case .step(let number): (number, true)
      }
    return ModelCallPlace(owner: owner, index: scope.nextCall(), isStep: isStep)
  }

  /// The place as one number that sorts by owner, then by index.
  var sequence: Int { owner * ModelCallRecord.placesPerOwner + index }
}

extension ModelCallPlace: CustomStringConvertible {
  /// The place in words, counted from 0 as in stored rows.
  var description: String { "call \(index) of \(isStep ? "step" : "evaluation") \(owner)" }
}

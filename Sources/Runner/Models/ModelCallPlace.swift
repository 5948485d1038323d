// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import OPTO

/// Where in its trial a model call belongs, whichever of several calls ends first.
package struct ModelCallPlace: Sendable, Hashable {
  /// The number of the evaluation or step.
  package let owner: Int
  /// The place among the calls of the owner, from 0.
  package let index: Int

  /// How many calls one evaluation or step can have before places would collide.
  private static let capacity = 1 << 20

  /// The place of the next call of what is under way.
  static func next() -> ModelCallPlace {
    guard let scope = TrialScope.current else { return ModelCallPlace(owner: 0, index: 0) }
    let owner =
      switch scope.activity {
      case .evaluation(let number): number
      case .step(let number): number
      }
    return ModelCallPlace(owner: owner, index: scope.nextCall())
  }

  /// Reads a stored place.
  ///
  /// - Parameter sequence: What ``sequence`` gave.
  package init(sequence: Int) {
    owner = sequence / Self.capacity
    index = sequence % Self.capacity
  }

  init(owner: Int, index: Int) {
    self.owner = owner
    self.index = index
  }

  /// The place as one number that sorts by owner, then by index.
  var sequence: Int { owner * Self.capacity + index }
}

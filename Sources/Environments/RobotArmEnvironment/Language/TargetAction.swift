// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import Trace

/// What a controller orders for one control step: where the hand shall go, seen from where it is.
package struct TargetAction: Sendable, Hashable {
  /// The displacement of the hand in metres, of any length.
  package var move: Vector3
  /// The gripper: 1 closes it, 0 leaves it open.
  package var grip: Double

  /// Creates an action.
  package init(move: Vector3, grip: Double) {
    self.move = move
    self.grip = grip
  }

  /// Reads what a controller returned: four numbers, of which a truth value counts as 1 or 0.
  ///
  /// - Throws: `OperatorException`, which counts against the controller, when it is something else.
  package init(_ value: TraceValue) throws(OperatorException) {
    guard let elements = value.elements else {
      throw Self.unusable("it is of type \(value.typeName)")
    }
    guard elements.count == 4 else {
      throw Self.unusable("it has \(elements.count) elements")
    }
    let numbers = elements.compactMap { $0.realValue ?? $0.boolValue.map { $0 ? 1 : 0 } }
    guard numbers.count == 4, numbers.allSatisfy(\.isFinite) else {
      let types = elements.map(\.typeName).joined(separator: ", ")
      throw Self.unusable("its elements are of the types \(types)")
    }
    self.init(move: Vector3(numbers[0], numbers[1], numbers[2]), grip: numbers[3])
  }

  private static func unusable(_ reason: String) -> OperatorException {
    OperatorException(
      type: "ValueError", message: "an action has to be a list of four finite numbers: \(reason)")
  }
}

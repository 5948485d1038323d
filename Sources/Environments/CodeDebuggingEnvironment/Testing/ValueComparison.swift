// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import CanonicalJSON

extension JSONValue {
  /// Whether a returned value is the expected one.
  ///
  /// Whole numbers are compared exactly, and as soon as one of two numbers is real both are compared
  /// within the tolerance, absolute and relative to the greater one. Truth values and nothing equal
  /// only themselves; the order of an object's members does not matter.
  ///
  /// - Complexity: O(*n*) in the size of the values, O(*n* *m*) in members of objects.
  package func matches(_ expected: JSONValue, tolerance: Double) -> Bool {
    switch (self, expected) {
    case (.integer(let value), .integer(let other)): return value == other
    case (.integer, .real), (.real, .integer), (.real, .real):
      guard let value = doubleValue, let other = expected.doubleValue else { return false }
      let distance = abs(value - other)
      return distance <= tolerance * max(1, abs(value), abs(other))
    case (.array(let elements), .array(let others)):
      return elements.count == others.count
        && zip(elements, others).allSatisfy { $0.matches($1, tolerance: tolerance) }
    case (.object(let members), .object(let others)):
      return members.count == others.count
        && members.allSatisfy { member in
          expected[member.name].map { member.value.matches($0, tolerance: tolerance) } ?? false
        }
    case (.null, .null): return true
    case (.bool(let value), .bool(let other)): return value == other
    case (.string(let value), .string(let other)): return value == other
    default: return false
    }
  }
}

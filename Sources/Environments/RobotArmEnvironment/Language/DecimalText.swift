// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Numbers as texts and controllers get them, with a fixed number of decimals.
enum DecimalText {
  /// The nearest number with some decimals, never minus zero.
  static func rounded(_ value: Double, decimals: Int) -> Double {
    var factor = 1.0
    for _ in 0..<decimals { factor *= 10 }
    return (value * factor).rounded() / factor + 0
  }

  /// A number with at most some decimals.
  static func text(_ value: Double, decimals: Int) -> String {
    "\(rounded(value, decimals: decimals))"
  }

  /// A pose with two decimals: the place and the gripper.
  static func pose(_ place: Vector3, grip: Double) -> String {
    let numbers = (place.coordinates + [grip]).map { text($0, decimals: 2) }
    return "[\(numbers.joined(separator: ", "))]"
  }
}

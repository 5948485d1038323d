// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// The gains of a controller with proportional, integral and derivative part.
package struct PIDGains: Sendable, Hashable {
  /// Volts for each centimetre of error.
  package let proportional: Double
  /// Volts for each centimetre of error and second.
  package let integral: Double
  /// Volts for each centimetre a second that the level falls.
  package let derivative: Double

  /// Creates gains.
  package init(proportional: Double, integral: Double, derivative: Double) {
    self.proportional = proportional
    self.integral = integral
    self.derivative = derivative
  }
}

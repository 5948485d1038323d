// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// A controller that is asked once a second, with a filtered derivative of the measurement and an
/// integral that rests while the pump is at a limit that it would push against.
struct PIDController {
  static let voltages = 0.0...12.0
  private static let filterTime = 2.0

  private let gains: PIDGains
  private let restingVoltage: Double
  private var integral = 0.0
  private var filtered: Double

  /// Creates a controller for a plant at rest at a level.
  init(_ gains: PIDGains, level: Double) {
    self.gains = gains
    restingVoltage = TankPlant.restingVoltage(at: level)
    filtered = level
  }

  /// The voltage for the next second, and whether a limit cut it off.
  mutating func voltage(for level: Double, setPoint: Double) -> (volts: Double, isCut: Bool) {
    let error = setPoint - level
    let change = (level - filtered) / (1 + Self.filterTime)
    filtered += change
    let wanted =
      restingVoltage + gains.proportional * error + gains.integral * integral
      - gains.derivative * change
    let volts = min(Self.voltages.upperBound, max(Self.voltages.lowerBound, wanted))
    let eases =
      (wanted > Self.voltages.upperBound && error < 0)
      || (wanted < Self.voltages.lowerBound && error > 0)
    if volts == wanted || eases { integral += error }
    return (volts, volts != wanted)
  }
}

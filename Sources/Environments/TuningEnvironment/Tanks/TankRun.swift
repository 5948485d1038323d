// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Ten minutes of level control: the set-point rises from 10 to 15 cm, falls to 12 cm, and at last
/// the lower tank springs a leak.
package struct TankRun: Sendable, Hashable {
  private static let firstLevel = 10.0
  private static let seconds = 600
  private static let rise = 20
  private static let fall = 260
  private static let leak = 440

  /// The mean distance between level and set-point, in centimetres.
  package let meanError: Double
  /// The sum of all changes of the pump's input, in volts.
  package let pumpTravel: Double
  /// How far the level went beyond the set-point at most, in centimetres.
  package let overshoot: Double
  /// How far the level rose beyond the higher set-point, in centimetres.
  package let riseOvershoot: Double
  /// How far the level fell below the lower set-point before the leak, in centimetres.
  package let fallOvershoot: Double
  /// Seconds until nine tenths of the rise were done, or nil when that did not happen.
  package let riseTime: Int?
  /// Seconds until nine tenths of the fall were done, or nil when that did not happen.
  package let fallTime: Int?
  /// Seconds during which the pump was at a limit.
  package let cutSeconds: Int
  /// The mean distance from the set-point in the last minute, in centimetres.
  package let leakError: Double
  /// The levels at the end, in centimetres.
  package let finalLevels: [Double]

  /// What is to be minimized: mean error, pump travel and overshoot, weighted.
  package var cost: Double { meanError + 0.02 * pumpTravel / 10 + 0.3 * overshoot }

  /// Runs the plant with a controller.
  package init(_ gains: PIDGains) {
    let plant = TankPlant(level: Self.firstLevel)
    var controller = PIDController(gains, level: Self.firstLevel)
    var log = Log()
    for second in 0..<Self.seconds {
      let level = plant.levels.lower
      let setPoint = Self.setPoint(at: second)
      let (volts, isCut) = controller.voltage(for: level, setPoint: setPoint)
      log.note(second, level: level, setPoint: setPoint, volts: volts, isCut: isCut)
      plant.run(voltage: volts, leak: second >= Self.leak ? 1.2 : 1)
    }
    meanError = log.errorSum / Double(Self.seconds)
    pumpTravel = log.travel
    overshoot = max(log.riseOvershoot, log.fallOvershoot)
    riseOvershoot = log.riseOvershoot
    fallOvershoot = log.fallOvershoot
    riseTime = log.riseTime
    fallTime = log.fallTime
    cutSeconds = log.cutSeconds
    leakError = log.lateErrorSum / 60
    finalLevels = [plant.levels.upper, plant.levels.lower]
  }

  private static func setPoint(at second: Int) -> Double {
    second < rise ? firstLevel : second < fall ? 15 : 12
  }

  private struct Log {
    var errorSum = 0.0
    var lateErrorSum = 0.0
    var travel = 0.0
    var riseOvershoot = 0.0
    var fallOvershoot = 0.0
    var riseTime: Int?
    var fallTime: Int?
    var cutSeconds = 0
    private var lastVolts = TankPlant.restingVoltage(at: TankRun.firstLevel)

    mutating func note(
      _ second: Int, level: Double, setPoint: Double, volts: Double, isCut: Bool
    ) {
      errorSum += abs(setPoint - level)
      if second >= TankRun.seconds - 60 { lateErrorSum += abs(setPoint - level) }
      travel += abs(volts - lastVolts)
      lastVolts = volts
      if isCut { cutSeconds += 1 }
      switch second {
      case TankRun.rise..<TankRun.fall:
        riseOvershoot = max(riseOvershoot, level - 15)
        if level >= 14.5, riseTime == nil { riseTime = second - TankRun.rise }
      case TankRun.fall..<TankRun.leak:
        fallOvershoot = max(fallOvershoot, 12 - level)
        if level <= 12.3, fallTime == nil { fallTime = second - TankRun.fall }
      default: break
      }
    }
  }
}

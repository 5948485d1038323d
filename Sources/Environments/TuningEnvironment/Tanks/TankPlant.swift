// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CGSL

/// Two tanks, one above the other: a pump fills the upper one, which runs out into the lower one.
///
/// Levels are centimetres, times seconds, the pump's input is volts. Outflow follows Torricelli's
/// law; the equations are solved by GSL's Runge-Kutta method of fourth order.
package final class TankPlant {
  /// The level to which a tank can be filled.
  package static let greatestLevel = 30.0
  private static let solverStep = 0.1
  private static let area = 15.5179
  private static let pumpGain = 3.3
  private static let outletArea = 0.17813
  private static let gravity = 981.0

  /// The levels of the upper and the lower tank.
  package private(set) var levels: (upper: Double, lower: Double)

  private let stepper: UnsafeMutablePointer<gsl_odeiv2_step>
  private let system: UnsafeMutablePointer<gsl_odeiv2_system>
  private let conditions: UnsafeMutablePointer<Conditions>

  private struct Conditions {
    var voltage = 0.0
    /// The lower outlet's area against the upper one's.
    var leak = 1.0
  }

  /// Creates a plant at rest.
  ///
  /// - Parameter level: The level of both tanks.
  package init(level: Double) {
    levels = (level, level)
    conditions = .allocate(capacity: 1)
    conditions.initialize(to: Conditions())
    system = .allocate(capacity: 1)
    system.initialize(
      to: gsl_odeiv2_system(
        function: Self.slopes,
        jacobian: nil,
        dimension: 2,
        params: UnsafeMutableRawPointer(conditions)
      ))
    guard let stepper = gsl_odeiv2_step_alloc(cgsl_rk4(), 2) else {
      preconditionFailure("no memory for a solver of two equations")
    }
    self.stepper = stepper
  }

  deinit {
    gsl_odeiv2_step_free(stepper)
    system.deallocate()
    conditions.deallocate()
  }

  /// The voltage that keeps both tanks at a level.
  package static func restingVoltage(at level: Double) -> Double {
    outletArea * (2 * gravity * level).squareRoot() / pumpGain
  }

  /// Lets the plant run for one second.
  ///
  /// - Parameters:
  ///   - voltage: The pump's input.
  ///   - leak: The area of the lower outlet against that of the upper one.
  package func run(voltage: Double, leak: Double) {
    conditions.pointee = Conditions(voltage: voltage, leak: leak)
    var state = [levels.upper, levels.lower]
    var error = [0.0, 0.0]
    for _ in 0..<Int(1 / Self.solverStep) {
      gsl_odeiv2_step_apply(stepper, 0, Self.solverStep, &state, &error, nil, nil, system)
      for index in 0...1 { state[index] = min(Self.greatestLevel, max(0, state[index])) }
    }
    levels = (state[0], state[1])
  }

  private static let slopes:
    @convention(c) (
      Double, UnsafePointer<Double>?, UnsafeMutablePointer<Double>?, UnsafeMutableRawPointer?
    ) -> Int32 = { _, levels, slopes, context in
      guard let levels, let slopes, let context else { return Int32(GSL_EBADFUNC) }
      let conditions = context.assumingMemoryBound(to: Conditions.self).pointee
      let upper = TankPlant.outflow(at: levels[0])
      let lower = TankPlant.outflow(at: levels[1]) * conditions.leak
      slopes[0] = (pumpGain * conditions.voltage - upper) / area
      slopes[1] = (upper - lower) / area
      return Int32(GSL_SUCCESS)
    }

  private static func outflow(at level: Double) -> Double {
    outletArea * (2 * gravity * max(0, level)).squareRoot()
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import CanonicalJSON
import Testing
import TuningEnvironment

struct TankRunTests {
  private func run(_ kp: Double, _ ki: Double, _ kd: Double) -> TankRun {
    TankRun(PIDGains(proportional: kp, integral: ki, derivative: kd))
  }

  @Test func aConstantVoltageFillsTheTanksAsRecorded() {
    let plant = TankPlant(level: 10)
    for _ in 0..<60 { plant.run(voltage: 9, leak: 1) }
    #expect(abs(plant.levels.upper - 14.101815311978392) < 1e-9)
    #expect(abs(plant.levels.lower - 13.83684613150771) < 1e-9)
  }

  @Test func theRestingVoltageKeepsTheLevel() {
    let plant = TankPlant(level: 12)
    let voltage = TankPlant.restingVoltage(at: 12)
    for _ in 0..<100 { plant.run(voltage: voltage, leak: 1) }
    #expect(abs(plant.levels.upper - 12) < 1e-9)
    #expect(abs(plant.levels.lower - 12) < 1e-9)
    for _ in 0..<100 { plant.run(voltage: voltage, leak: 1.2) }
    #expect(plant.levels.lower < 11)
  }

  @Test func levelsStayWithinTheTanks() {
    let plant = TankPlant(level: 25)
    for _ in 0..<120 { plant.run(voltage: 12, leak: 1) }
    #expect(plant.levels.upper <= TankPlant.greatestLevel)
    #expect(plant.levels.lower <= TankPlant.greatestLevel)
    for _ in 0..<600 { plant.run(voltage: 0, leak: 1) }
    #expect(plant.levels.upper >= 0 && plant.levels.upper < 1)
  }

  /// The best gains that differential evolution found, and its cost.
  @Test func theBestKnownGainsHaveTheRecordedCost() {
    let run = run(3.7136588315194254, 0.10426755365398568, 12.66082404327058)
    #expect(abs(run.cost - 0.2827691497220442) < 1e-9)
    #expect(run.riseTime != nil)
  }

  @Test func timidGainsDoNotReachTheSetPoint() {
    let run = run(0.05, 0.0005, 0.05)
    #expect(run.riseTime == nil)
    #expect(run.riseOvershoot == 0)
    #expect(run.fallOvershoot > 0.5)
    #expect(run.leakError > 1)
  }

  @Test(.enabled(if: SharedReference.tanks != nil, "the recorded reference values are not here"))
  func runsHaveTheRecordedCosts() throws {
    let points = try #require(SharedReference.read(SharedReference.tanks)["points"]?.arrayValue)
    #expect(points.count == 7)
    for point in points {
      func number(_ name: String) throws -> Double { try #require(point[name]?.doubleValue) }
      let run = run(try number("kp"), try number("ki"), try number("kd"))
      #expect(abs(run.cost - (try number("J"))) < 1e-8)
      #expect(abs(run.meanError * 600 - (try number("iae"))) < 1e-6)
      #expect(abs(run.pumpTravel - (try number("tv"))) < 1e-6)
      #expect(abs(run.overshoot - (try number("overshoot"))) < 1e-6)
      #expect(Double(run.cutSeconds) == (try number("saturated_steps")))
      #expect(abs(run.finalLevels[1] - (try number("final_h2"))) < 1e-8)
    }
  }
}

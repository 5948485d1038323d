// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation
import OPTO
import RobotArmEnvironment

/// Measures the robot arm on the work that `peers/metaworld_run.py` does with the public simulator.
///
/// Each line is a case, a size, and microseconds per environment step of 12.5 ms, separated by tabs:
/// the median of several repetitions over episodes of 200 random actions.
@main
struct RobotBenchmark {
  static let steps = 200

  static func main() {
    for task in RobotTask.allCases {
      report("environment step, \(task.rawValue)", task, repetitions: 51) { $0.numbers }
    }
    report("physics alone, pick_place", .pickPlace, repetitions: 51) { [$0.current.hand.x] }
    report("environment step with seven joints", .pickPlace, arm: .jointed, repetitions: 11) {
      $0.numbers
    }
  }

  /// Times steps with what is made of each observation.
  static func report(
    _ name: String, _ task: RobotTask, arm: ArmDynamics = .weldedHand, repetitions: Int,
    observe: (RobotObservation) -> [Double]
  ) {
    var generator = Seed(rawValue: 1).makeGenerator()
    let scene = RobotScene(for: task, using: &generator)
    let actions = (0..<steps).map { _ in
      let draw = (0..<4).map { _ in 2 * generator.unit() - 1 }
      return RobotAction(move: Vector3(draw[0], draw[1], draw[2]), grip: draw[3])
    }
    let times = (0..<repetitions).map { _ in
      var simulation = RobotSimulation(task, scene, arm: arm)
      var sum = 0.0
      let start = DispatchTime.now().uptimeNanoseconds
      for action in actions {
        sum += simulation.step(action).reward
        sum += observe(simulation.observation)[0]
      }
      let time = Double(DispatchTime.now().uptimeNanoseconds - start) / 1000
      precondition(sum.isFinite, "the simulation gave no numbers")
      return time / Double(steps)
    }
    print("\(name)\t\(steps)\t\(times.sorted()[times.count / 2])")
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import OPTO
import RobotArmEnvironment

/// Episodes of single simulation steps, as the original's own baselines were measured.
enum RawEpisode {
  /// The scenes of a task, drawn as the environment draws them.
  static func scenes(_ task: RobotTask, count: Int) -> [RobotScene] {
    var generator = Seed(rawValue: 7).makeGenerator()
    return (0..<count).map { _ in RobotScene(for: task, using: &generator) }
  }

  /// The number of steps after which a policy first succeeds, or nil when it does not.
  static func firstSuccess(
    _ task: RobotTask, _ scene: RobotScene, arm: ArmDynamics = .weldedHand, horizon: Int = 200,
    policy: (RobotObservation) -> RobotAction
  ) -> Int? {
    var simulation = RobotSimulation(task, scene, arm: arm)
    for step in 1...horizon
    where simulation.step(policy(simulation.observation)).isSuccess { return step }
    return nil
  }

  /// The policies of the tables: where each should succeed is known from the original.
  static func straightToGoal(_ seen: RobotObservation, grip: Double) -> RobotAction {
    RobotAction(move: 10 * (seen.goal - seen.current.hand), grip: grip)
  }

  static func stayPut(_ seen: RobotObservation) -> RobotAction {
    RobotAction(move: Vector3(0, 0, 0), grip: 0)
  }
}

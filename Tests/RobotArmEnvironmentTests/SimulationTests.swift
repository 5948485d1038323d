// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import RobotArmEnvironment
import Testing

/// Properties that the fitted model owes to the original's description.
struct SimulationTests {
  private static let scene = RobotScene(puck: Vector3(0.3, 0.9, 0.02), goal: Vector3(0, 0.85, 0.2))

  private func simulation(_ task: RobotTask = .reach) -> RobotSimulation {
    RobotSimulation(task, Self.scene)
  }

  @Test func theFollowedPointMovesOneCentimetreAStepWithinItsBox() {
    var simulation = simulation()
    simulation.step(RobotAction(move: Vector3(-7, 0.5, 0), grip: 0))
    #expect(simulation.target.distance(to: Vector3(-0.01, 0.605, 0.2)) < 1e-12)
    for _ in 0..<200 { simulation.step(RobotAction(move: Vector3(1, 1, -1), grip: 0)) }
    #expect(simulation.target == Vector3(0.5, 1.0, 0.05))
  }

  /// The recorded answers to ten steps of full action: 66, 58 and 64 % of the way at their end.
  @Test(arguments: [
    (Vector3(1, 0, 0), 0.0659), (Vector3(0, 1, 0), 0.058), (Vector3(0, 0, 1), 0.064),
  ])
  func theHandLagsBehindAsRecorded(direction: Vector3, expected: Double) {
    var simulation = simulation()
    let still = RobotAction(move: Vector3(0, 0, 0), grip: 0)
    for _ in 0..<200 { simulation.step(still) }
    let start = simulation.hand.position
    for _ in 0..<10 { simulation.step(RobotAction(move: direction, grip: 0)) }
    #expect(abs(simulation.hand.position.distance(to: start) - expected) < 0.004)
  }

  @Test(arguments: [(1.0, 15), (0.6, 21)])
  func theGripperClosesInAsManyStepsAsRecorded(effort: Double, expected: Int) throws {
    var simulation = simulation()
    var steps = 0
    while simulation.fingers.opening > 0.3001, steps < 100 {
      simulation.step(RobotAction(move: Vector3(0, 0, 0), grip: effort))
      steps += 1
    }
    #expect(abs(steps - expected) <= 1)
    for _ in 0..<100 { simulation.step(RobotAction(move: Vector3(0, 0, 0), grip: 0)) }
    #expect(simulation.fingers.opening < 0.65, "no effort does not open the gripper")
    for _ in 0..<14 { simulation.step(RobotAction(move: Vector3(0, 0, 0), grip: -1)) }
    #expect(simulation.fingers.opening > 0.95)
  }

  @Test func aGrippedPuckIsLiftedAndFallsWhenItIsLetGo() {
    let scene = RobotScene(puck: Vector3(0, 0.65, 0.02), goal: Vector3(0, 0.85, 0.25))
    var simulation = RobotSimulation(.pickPlace, scene)
    let policy = ScriptedPolicy(.pickPlace)
    for _ in 0..<120 { simulation.step(policy.action(for: simulation.observation)) }
    #expect(simulation.isGrasping)
    #expect(simulation.puck.position.z > 0.15)
    #expect(abs(simulation.fingers.opening - 0.455) < 0.01)
    for _ in 0..<60 { simulation.step(RobotAction(move: Vector3(0, 0, 0), grip: -1)) }
    #expect(!simulation.isGrasping)
    #expect(simulation.puck.position.z == 0.02)
  }

  @Test func theObservationHasTheLayoutOfTheOriginal() {
    var simulation = simulation()
    let first = simulation.observation.numbers
    #expect(first.count == 39)
    #expect(Array(first[0..<18]) == Array(first[18..<36]))
    #expect(Array(first[4..<7]) == [0.3, 0.9, 0.02])
    #expect(Array(first[7..<18]) == [0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0])
    simulation.step(RobotAction(move: Vector3(1, 0, 0), grip: 0))
    let second = simulation.observation.numbers
    #expect(Array(second[18..<36]) == Array(first[0..<18]))
    #expect(second[0] != first[0])
    #expect(Array(second[36..<39]) == [0, 0.85, 0.2])
  }

  @Test(arguments: RobotTask.allCases)
  func scenesAreDrawnFromTheBoxesOfTheOriginal(task: RobotTask) {
    let scenes = RawEpisode.scenes(task, count: 2000)
    for scene in scenes {
      #expect(abs(scene.puck.x) <= 0.1 && (0.6...0.7).contains(scene.puck.y))
      #expect(scene.puck.z == 0.02)
      #expect(abs(scene.goal.x) <= 0.1 && (0.8...0.9).contains(scene.goal.y))
      #expect(task == .push ? scene.goal.z == 0.02 : (0.05...0.3).contains(scene.goal.z))
      #expect((scene.goal - scene.puck).horizontalLength >= 0.15)
    }
    let mean = scenes.reduce(0) { $0 + $1.goal.x } / 2000
    #expect(abs(mean) < 0.005)
  }

  @Test(arguments: [ArmDynamics.weldedHand, .jointed])
  func theSameActionsGiveTheSameEpisode(arm: ArmDynamics) {
    var first = RobotSimulation(.push, Self.scene, arm: arm)
    var second = first
    for step in 0..<50 {
      let action = RobotAction(move: Vector3(0.3, Double(step % 3) - 1, -0.4), grip: 0.2)
      #expect(first.step(action) == second.step(action))
    }
    #expect(first.observation == second.observation)
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import RobotArmEnvironment
import Testing

/// The simulation beside recorded episodes of the original and of the model's prototype.
@Suite(.enabled(if: RobotReference.isPresent, "needs the recorded episodes"))
struct RecordedEpisodeTests {
  /// Before puck and fingers first touch, rounding alone may differ; after it, by no more than what
  /// a contact makes of rounding.
  @Test func episodesOfThePrototypeAreReproduced() throws {
    let episodes = try RobotReference.json("prototype_trajectories.json").arrayValue ?? []
    #expect(!episodes.isEmpty)
    for episode in episodes {
      let task = try episode.robotTask()
      let policy = ScriptedPolicy(task)
      var simulation = RobotSimulation(task, try episode.robotScene())
      var bound = 1e-9
      for row in try episode.rows() {
        let seen = simulation.observation.current
        if seen.hand.distance(to: seen.puck) < 0.07 { bound = 1e-6 }
        let action = policy.action(for: simulation.observation)
        let outcome = simulation.step(action)
        let recorded = try row.cell("action").numbers()
        // The file has nine decimals, hence up to 0.5e-9 of rounding beside the bound.
        #expect(try seen.hand.distance(to: row.cell("hand").vector()) < bound + 1e-9)
        #expect(try seen.puck.distance(to: row.cell("object").vector()) < bound + 1e-9)
        #expect(try abs(seen.opening - row.cell("gripper").number()) < bound + 1e-9)
        #expect(abs(action.move.x - recorded[0]) < 10 * bound + 1e-9)
        #expect(abs(action.grip - recorded[3]) < bound)
        #expect(try abs(outcome.reward - row.cell("reward").number()) < 100 * bound)
        #expect(try outcome.isSuccess == (row.cell("success").number() == 1))
      }
    }
  }

  /// Closed loop: the scripted policy acts on what each simulator shows.
  @Test(arguments: [ArmDynamics.weldedHand, .jointed])
  func episodesOfTheOriginalAreFollowed(arm: ArmDynamics) throws {
    var ratios: [RobotTask: [Double]] = [:]
    for episode in try RobotReference.episodes(in: "metaworld_v2_raw") {
      let task = try episode.robotTask()
      let policy = ScriptedPolicy(task)
      var simulation = RobotSimulation(task, try episode.robotScene(), arm: arm)
      var squares = (hand: 0.0, puck: 0.0)
      var steps = 0
      var isSolved = false
      for row in try episode.rows() where !isSolved {
        let seen = simulation.observation.current
        squares.hand += try pow2(seen.hand.distance(to: row.cell("hand").vector()))
        squares.puck += try pow2(seen.puck.distance(to: row.cell("object").vector()))
        steps += 1
        isSolved = simulation.step(policy.action(for: simulation.observation)).isSuccess
      }
      #expect(isSolved)
      #expect((squares.hand / Double(steps)).squareRoot() < 0.035)
      #expect((squares.puck / Double(steps)).squareRoot() < 0.03)
      let original = try episode.member("first_success_step").number()
      ratios[task, default: []].append(Double(steps) / original)
    }
    #expect(ratios.count == 3)
    for (task, values) in ratios {
      let mean = values.reduce(0, +) / Double(values.count)
      #expect(abs(mean - 1) < 0.2, "\(task): \(mean) of the original's steps")
    }
  }

  @Test func rewardsOfTheLoggedStatesAreTheOriginals() throws {
    var rows = 0
    for episode in try RobotReference.episodes(in: "metaworld_v2_raw") {
      let task = try episode.robotTask()
      let rewards = RobotReward(
        task, try episode.robotScene(), startingAt: try episode.member("init_tcp").vector())
      for row in try episode.rows() {
        let state = RobotReward.State(
          tips: try row.cell("tcp_after").vector(),
          rightPad: try row.cell("right_pad_after").vector().y,
          leftPad: try row.cell("left_pad_after").vector().y,
          opening: try row.cell("gripper_after").number(),
          puck: try row.cell("object_after").vector())
        let outcome = rewards.outcome(of: state, grip: try row.cell("action").numbers()[3])
        let logged = try row.cell("reward").number()
        #expect(abs(outcome.reward - logged) < 1e-3, "\(task): \(outcome.reward), \(logged)")
        #expect(try outcome.isSuccess == (row.cell("success").number() == 1))
        rows += 1
      }
    }
    #expect(rows >= 1350)
  }

  private func pow2(_ value: Double) -> Double { value * value }
}

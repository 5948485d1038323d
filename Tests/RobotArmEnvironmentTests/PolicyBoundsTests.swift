// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import RobotArmEnvironment
import Testing

/// What policies whose results are known from the original reach over 50 drawn scenes.
struct PolicyBoundsTests {
  /// Mean steps to the first success of the scripted policies in MuJoCo, 50 goals.
  private static let originalSteps: [RobotTask: Double] = [
    .reach: 52.4, .push: 63.40816326530612, .pickPlace: 54.36,
  ]

  @Test(arguments: RobotTask.allCases)
  func theScriptedPolicySucceedsInAboutAsManySteps(task: RobotTask) throws {
    let policy = ScriptedPolicy(task)
    let steps = RawEpisode.scenes(task, count: 50).compactMap { scene in
      RawEpisode.firstSuccess(task, scene) { policy.action(for: $0) }
    }
    #expect(steps.count >= 48)
    let mean = Double(steps.reduce(0, +)) / Double(steps.count)
    let original = try #require(Self.originalSteps[task])
    #expect(abs(mean / original - 1) < 0.2, "mean \(mean), MuJoCo \(original)")
  }

  @Test(arguments: RobotTask.allCases)
  func doingNothingNeverSucceeds(task: RobotTask) {
    let successes = RawEpisode.scenes(task, count: 50).count { scene in
      RawEpisode.firstSuccess(task, scene, policy: RawEpisode.stayPut) != nil
    }
    #expect(successes == 0)
  }

  @Test(arguments: [(RobotTask.reach, 48...50), (.push, 0...0), (.pickPlace, 0...0)])
  func goingStraightToTheGoalWithClosedGripperSolvesReachAlone(
    task: RobotTask, expected: ClosedRange<Int>
  ) {
    let successes = RawEpisode.scenes(task, count: 50).count { scene in
      RawEpisode.firstSuccess(task, scene) { RawEpisode.straightToGoal($0, grip: 1) } != nil
    }
    #expect(expected.contains(successes), "\(successes) of 50")
  }

  @Test(arguments: RobotTask.allCases)
  func theArmWithJointsIsSolvedByTheSamePolicies(task: RobotTask) {
    let scenes = RawEpisode.scenes(task, count: 20)
    let policy = ScriptedPolicy(task)
    let scripted = scenes.count { scene in
      RawEpisode.firstSuccess(task, scene, arm: .jointed) { policy.action(for: $0) } != nil
    }
    let naive = scenes.count { scene in
      RawEpisode.firstSuccess(task, scene, arm: .jointed) {
        RawEpisode.straightToGoal($0, grip: 1)
      } != nil
    }
    let idle = scenes.count { scene in
      RawEpisode.firstSuccess(task, scene, arm: .jointed, policy: RawEpisode.stayPut) != nil
    }
    #expect(scripted >= 19, "\(scripted) of 20")
    #expect(idle == 0)
    #expect(task == .reach ? naive >= 19 : naive == 0, "\(naive) of 20")
  }
}

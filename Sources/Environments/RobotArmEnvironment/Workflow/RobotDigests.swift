// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import OPTO
import Trace

/// Digests of what decides the result of a trial, for its identity.
enum RobotDigests {
  /// The starts that a seed gives; one seed stands for all, since the draw is the same.
  static func starts(of task: RobotTask) -> ContentDigest {
    let starts = RobotStarts(task, seed: Seed(rawValue: 0))
    let numbers = ([starts.training] + starts.test).map { scene -> JSONValue in
      .array((scene.puck.coordinates + scene.goal.coordinates).map { .real($0) })
    }
    return ContentDigest(of: ["task": .string(task.rawValue), "starts": .array(numbers)])
  }

  /// Texts, parameters and, through episodes of the scripted policy, the simulation itself.
  ///
  /// All tasks and variants have one digest, so that a table can have them side by side.
  static let workflow = ContentDigest(of: [
    "wordings": .array(FeedbackWordings.all.joined().map { .string($0) }),
    "tasks": .array(RobotTask.allCases.map(described)),
    "episodes": .array(
      RobotTask.allCases.flatMap { task in
        RobotVariant.allCases.map { .array(scriptedEpisode($0.settings(for: task))) }
      }),
  ])

  private static func described(_ task: RobotTask) -> JSONValue {
    let waypoints = WaypointController(task)
    return [
      "instruction": .string(RobotInstruction.text(for: task)),
      "goal": .string(RobotInstruction.goal(of: task)),
      "keys": .string(RobotInstruction.keys(of: task)),
      "code": .array(CodeController.parameters.map(described)),
      "code_request": .string(CodeController.request),
      "numbers": .array(waypoints.parameters.map(described)),
      "numbers_request": .string(waypoints.request),
    ]
  }

  private static func described(_ parameter: ParameterSpecification) -> JSONValue {
    [
      "name": .string(parameter.name), "value": parameter.initialValue.jsonValue,
      "summary": .string(parameter.summary),
      "constraint": parameter.shownConstraint.map { .string($0) } ?? .null,
    ]
  }

  /// What is seen in an episode of the scripted policy from the training start of seed 0.
  private static func scriptedEpisode(_ settings: RobotEpisode.Settings) -> [JSONValue] {
    let policy = ScriptedPolicy(settings.task)
    let seed = Seed(rawValue: 0)
    var episode = RobotEpisode(
      settings, RobotStarts(settings.task, seed: seed).training, seed: seed)
    var seen = [episode.firstObservation.jsonValue]
    while !episode.isOver {
      let observation = episode.simulation.observation
      let order = policy.order(for: observation)
      let action = TargetAction(
        move: order.place - observation.current.hand, grip: order.grip)
      seen.append(episode.step(action).jsonValue)
    }
    return seen
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import OPTO
package import Trace

/// An episode as a controller and its author see it: relative targets, rounded observations and
/// feedback in words, as LLF-Bench wraps Meta-World (Cheng et al., 2023).
package struct RobotEpisode: Sendable {
  /// What distinguishes one kind of episode from another.
  package struct Settings: Sendable, Hashable {
    /// What is to be done.
    package var task: RobotTask
    /// How the hand follows its target.
    package var arm: ArmDynamics
    /// What is said after each step.
    package var feedback: StepFeedback

    /// Creates settings; without more, those of the Trace paper's experiment.
    package init(
      _ task: RobotTask, arm: ArmDynamics = .weldedHand, feedback: StepFeedback = .published
    ) {
      self.task = task
      self.arm = arm
      self.feedback = feedback
    }
  }

  /// Control steps of an episode that does not succeed.
  package static let horizon = 10
  /// Simulation steps of one control step.
  private static let innerSteps = 20
  /// How near the hand has to be to a target for the control step to end early, in metres.
  private static let arrival = 1e-4

  /// The settings.
  package let settings: Settings
  /// The simulation as it stands.
  package private(set) var simulation: RobotSimulation
  /// The sum of the rewards so far, one for each control step.
  package private(set) var totalReward = 0.0
  /// Whether the last control step ended in a success.
  package private(set) var isSolved = false
  /// Control steps made.
  package private(set) var stepCount = 0
  private var writer: FeedbackWriter

  /// Puts everything where the episode begins.
  ///
  /// - Parameters:
  ///   - settings: What kind of episode it is.
  ///   - scene: Where puck and goal are.
  ///   - seed: Draws the wordings of feedback.
  package init(_ settings: Settings, _ scene: RobotScene, seed: Seed) {
    self.settings = settings
    simulation = RobotSimulation(settings.task, scene, arm: settings.arm)
    writer = FeedbackWriter(settings.task, settings.feedback, seed: seed)
  }

  /// Whether the episode is over.
  package var isOver: Bool { isSolved || stepCount >= Self.horizon }

  /// What is seen at the start: instruction and observation.
  package var firstObservation: TraceValue {
    observation(
      instruction: .text(RobotInstruction.text(for: settings.task)), feedback: .none)
  }

  /// Moves the hand towards a target for up to 20 steps of the simulation.
  ///
  /// Reward and success are those of the last of them, as in LLF-Bench.
  ///
  /// - Parameters:
  ///   - action: The target and the gripper.
  ///   - watch: Is shown the simulation after each of its steps.
  /// - Returns: What is seen afterwards: observation and feedback.
  package mutating func step(
    _ action: TargetAction, watch: (RobotSimulation) -> Void = { _ in }
  ) -> TraceValue {
    let handBefore = simulation.hand.position
    let target = handBefore + action.move
    var outcome = RobotOutcome(reward: 0, isSuccess: false)
    for _ in 0..<Self.innerSteps {
      let move = settings.task.innerGain * (target - simulation.hand.position)
      outcome = simulation.step(RobotAction(move: move, grip: action.grip))
      watch(simulation)
      if (target - simulation.hand.position).largestMagnitude < Self.arrival { break }
    }
    stepCount += 1
    totalReward += outcome.reward
    isSolved = outcome.isSuccess
    let step = FeedbackWriter.Step(
      handBefore: handBefore, action: action, seen: simulation.observation,
      reward: outcome.reward)
    let feedback = settings.feedback.kinds.isEmpty ? nil : writer.text(after: step)
    return observation(instruction: .none, feedback: feedback.map { .text($0) } ?? .none)
  }

  private func observation(instruction: TraceValue, feedback: TraceValue) -> TraceValue {
    .dictionary([
      "instruction": instruction, "observation": simulation.observation.value(for: settings.task),
      "feedback": feedback,
    ])
  }
}

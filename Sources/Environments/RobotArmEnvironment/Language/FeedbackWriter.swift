// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import OPTO

/// Says what was good or bad about a step, with the content of LLF-Bench's feedback in our own words
/// (Cheng et al., 2023).
struct FeedbackWriter: Sendable {
  /// What there is to say something about.
  struct Step: Sendable {
    /// The hand's place before.
    var handBefore: Vector3
    /// What was ordered.
    var action: TargetAction
    /// What is seen afterwards.
    var seen: RobotObservation
    /// The reward.
    var reward: Double
  }

  private let policy: ScriptedPolicy
  private let feedback: StepFeedback
  private var generator: SeededGenerator

  init(_ task: RobotTask, _ feedback: StepFeedback, seed: Seed) {
    policy = ScriptedPolicy(task)
    self.feedback = feedback
    generator = seed.derived(for: "feedback wordings").makeGenerator()
  }

  /// The text after a step; nil when there is nothing to say.
  ///
  /// - Complexity: O(1).
  mutating func text(after step: Step) -> String? {
    let kinds =
      feedback.saysOneAtRandom
      ? [feedback.kinds[generator.index(below: feedback.kinds.count)]] : feedback.kinds
    let order = policy.order(for: step.seen)
    let sentences = kinds.compactMap { sentence($0, after: step, order) }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }

  private mutating func sentence(
    _ kind: StepFeedback.Kind, after step: Step, _ order: ScriptedPolicy.Order
  ) -> String? {
    let movedAway =
      order.place.distance(to: step.handBefore)
      < order.place.distance(to: step.seen.current.hand)
    switch kind {
    case .reward:
      return draw(FeedbackWordings.reward, DecimalText.text(step.reward, decimals: 4))
    case .hindsightPositive:
      let praise = movedAway ? nil : draw(FeedbackWordings.nearer)
      return joined(praise, "But: ", gripperHint(step.action, order))
    case .hindsightNegative:
      let blame = movedAway ? draw(FeedbackWordings.farther) : nil
      return joined(blame, "Also: ", gripperHint(step.action, order))
    case .futurePositive:
      return advice(
        FeedbackWordings.advice, FeedbackWordings.relativeAdvice, order.place, order.grip,
        step.seen)
    case .futureNegative:
      // The pose as far off on the other side of the hand, with the gripper the other way.
      let opposite = 2 * step.seen.current.hand - order.place
      return advice(
        FeedbackWordings.warning, FeedbackWordings.relativeWarning, opposite,
        order.grip > 0.5 ? 0 : 1, step.seen)
    }
  }

  /// A hint when the gripper was told the opposite of what is now right.
  private mutating func gripperHint(
    _ action: TargetAction, _ order: ScriptedPolicy.Order
  ) -> String? {
    guard (order.grip > 0.5) != (action.grip > 0.5) else { return nil }
    return draw(order.grip > 0.5 ? FeedbackWordings.close : FeedbackWordings.open)
  }

  /// As in LLF-Bench, a hint stands alone where there is no verdict that it could be joined to.
  private func joined(_ verdict: String?, _ connector: String, _ hint: String?) -> String? {
    guard let verdict, let hint else { return verdict ?? hint }
    return "\(verdict) \(connector)\(hint.prefix(1).lowercased())\(hint.dropFirst())"
  }

  private mutating func advice(
    _ wordings: [String], _ relativeWordings: [String], _ place: Vector3, _ grip: Double,
    _ seen: RobotObservation
  ) -> String {
    feedback.namesPlacesInTheWorld
      ? draw(wordings, DecimalText.pose(place, grip: grip))
      : draw(relativeWordings, DecimalText.pose(place - seen.current.hand, grip: grip))
  }

  private mutating func draw(_ wordings: [String], _ content: String = "") -> String {
    wordings[generator.index(below: wordings.count)].replacing("{}", with: content)
  }
}

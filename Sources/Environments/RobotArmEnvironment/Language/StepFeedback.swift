// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// What an episode says after each step, beside the observation.
///
/// The kinds are those of LLF-Bench (Cheng et al., 2023): they look back or ahead, and say what was
/// good or bad.
package struct StepFeedback: Sendable, Hashable {
  /// One kind of feedback.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The reward of the step.
    case reward
    /// That the hand came nearer to where it should go, when it did.
    case hindsightPositive
    /// That the hand moved away from where it should go, when it did.
    case hindsightNegative
    /// Where the hand should go next.
    case futurePositive
    /// Where the hand should not go next.
    case futureNegative
  }

  /// The kinds that may be said, in the order of the text.
  package let kinds: [Kind]
  /// Whether only one of them, drawn anew after each step, is said.
  package let saysOneAtRandom: Bool
  /// Whether advice names places in the world, as LLF-Bench does even where actions are relative, and
  /// not displacements of the hand.
  package let namesPlacesInTheWorld: Bool

  /// Creates a choice of feedback.
  package init(
    _ kinds: Set<Kind>, saysOneAtRandom: Bool = false, namesPlacesInTheWorld: Bool = true
  ) {
    self.kinds = Kind.allCases.filter(kinds.contains)
    self.saysOneAtRandom = saysOneAtRandom
    self.namesPlacesInTheWorld = namesPlacesInTheWorld
  }

  /// The four kinds that LLF-Bench has for this robot, as in the Trace paper.
  package static let published = StepFeedback([
    .reward, .hindsightPositive, .hindsightNegative, .futurePositive,
  ])
  /// One of the published kinds at a time.
  package static let mixed = StepFeedback(Set(published.kinds), saysOneAtRandom: true)
  /// The reward alone.
  package static let rewardOnly = StepFeedback([.reward])
  /// Nothing.
  package static let none = StepFeedback([])
  /// All five kinds, with advice that can be used as an action.
  package static let complete = StepFeedback(
    Set(Kind.allCases), namesPlacesInTheWorld: false)
}

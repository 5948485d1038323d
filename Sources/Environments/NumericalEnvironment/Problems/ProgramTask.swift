// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// A way of posing arithmetic programs: which ones, and when an input counts as found.
package enum ProgramTask: String, Sendable, Hashable, CaseIterable {
  /// The paper's programs of seven lines and its test for exact equality.
  case published = "program"
  /// The paper's programs, with an input outside -5 to 5 raising an exception.
  case bounded = "program-bounded"
  /// The paper's programs without those that are solved at the start.
  case nontrivial = "program-nontrivial"
  /// Programs of three lines.
  case short = "program-short"

  /// How many goals the published experiment has.
  private static let goalCount = 100

  /// One sentence that says what is asked.
  package var summary: String {
    switch self {
    case .published: "Find the input of the paper's seven-line programs, target matched exactly."
    case .bounded: "The same programs; inputs outside -5 to 5 raise an exception."
    case .nontrivial: "The same programs without those solved at the start, within a tolerance."
    case .short: "Find the input of three-line programs that are not solved at the start."
    }
  }

  /// The goals that seeds choose from.
  ///
  /// - Complexity: O(*n*) in the number of candidates that are drawn.
  package var goals: [HiddenGoal] {
    let sampler =
      self == .short
      ? ProgramSampler(lineCount: 3, constantLimit: 2)
      : ProgramSampler(lineCount: 7, constantLimit: 5)
    return HiddenGoalSet(sampler: sampler, excludesSolved: self != .published)
      .goals(count: Self.goalCount)
  }

  /// How far an output may be from `target`, as a number of at least 0.
  package func tolerance(for target: Double) -> Double {
    self == .published ? 0 : 1e-6 * max(1, abs(target))
  }

  /// The inputs that do not raise an exception, or nil when all are allowed.
  package var allowedInputs: ClosedRange<Double>? { self == .bounded ? -5...5 : nil }
}

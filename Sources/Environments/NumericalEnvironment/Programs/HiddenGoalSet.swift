// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// The goals of the paper's experiment, in its order.
package struct HiddenGoalSet: Sendable, Hashable {
  /// Draws the programs.
  package let sampler: ProgramSampler
  /// Whether goals that the start already reaches are left out.
  package let excludesSolved: Bool

  /// The number that the published experiment begins with.
  private static let firstSeed: UInt32 = 1111
  private static let seeds = 0...99_999

  /// Creates a set.
  package init(sampler: ProgramSampler, excludesSolved: Bool) {
    self.sampler = sampler
    self.excludesSolved = excludesSolved
  }

  /// Takes the first `count` goals; repeated seeds are dropped.
  ///
  /// The seed of each candidate is drawn from what the one before left of Python's generator, as in
  /// the published experiment, whose sampler seeds the generator that its loop draws from. Such a
  /// chain of seeds comes back to an earlier one in the end, so that a set may be smaller.
  ///
  /// - Parameter count: At least 0.
  /// - Returns: At most `count` goals, no seed twice.
  /// - Complexity: O(*n*) in the number of candidates.
  package func goals(count: Int) -> [HiddenGoal] {
    var draws = PythonDraws(seed: Self.firstSeed)
    var seen: Set<Int> = []
    var goals: [HiddenGoal] = []
    while goals.count < count {
      let sample = sampler.sample(seed: draws.integer(in: Self.seeds))
      guard seen.insert(sample.seed).inserted else { break }
      draws = sample.draws
      let goal = HiddenGoal(sample)
      if goal.isHard, !(excludesSolved && goal.isSolvedAtStart) { goals.append(goal) }
    }
    return goals
  }
}

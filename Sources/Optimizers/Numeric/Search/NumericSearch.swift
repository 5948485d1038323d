// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import OPTO

/// A way to look for the least cost of a vector of numbers.
///
/// A search is written as a procedure that asks for costs whenever it needs them, as its authors
/// published it; ``NumericOptimizer`` turns it around, so that it answers one training signal at a
/// time.
protocol NumericSearch: Sendable {
  /// Searches from the start of the space, whose cost is the first one to be asked for, until
  /// nothing is left to improve.
  ///
  /// - Parameter objective: What is minimised.
  /// - Returns: Why the search ended, in a few words.
  /// - Throws: what `objective` throws, at once.
  func run(on objective: NumericObjective) throws -> String
}

/// What a search is told of one point.
struct Observation: Sendable, Hashable {
  /// The score, which is to become as large as possible; minus infinity when there is none.
  let score: Double
  /// The exact derivatives of the score, one for each coordinate, where the problem gives them and
  /// the optimizer may read them.
  let slopes: [Double]?

  /// A point whose score is not known because its output could not be used.
  static let failure = Observation(score: -.infinity, slopes: nil)
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets

/// A kind of story with a calculation of its own.
protocol ProblemFamily: Sendable {
  /// The numbers of steps that its problems can have.
  var stepCounts: ClosedRange<Int> { get }

  /// Makes a problem.
  ///
  /// - Parameters:
  ///   - steps: How many operations it takes, of ``stepCounts``.
  ///   - stream: Where all randomness comes from.
  /// - Returns: A problem, or `nil` when this attempt came to nothing. Its calculation may still be
  ///   unsound.
  func makeProblem(steps: Int, from stream: inout SeededStream) -> WordProblem?
}

extension ProblemFamily {
  /// Makes a problem that can be used.
  ///
  /// - Parameters:
  ///   - steps: How many operations it takes, of ``stepCounts``.
  ///   - stream: Where all randomness comes from.
  /// - Returns: A problem of so many steps with a sound calculation, or `nil` when this attempt came
  ///   to nothing.
  func makeSoundProblem(steps: Int, from stream: inout SeededStream) -> WordProblem? {
    guard let problem = makeProblem(steps: steps, from: &stream), problem.sheet.isSound,
      problem.sheet.steps.count == steps
    else { return nil }
    return problem
  }
}

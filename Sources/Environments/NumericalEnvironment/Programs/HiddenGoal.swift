// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// A program and the output that an input has to be found for.
package struct HiddenGoal: Sendable, Hashable {
  /// The input with which every trial begins, as published.
  package static let startInput = -1.0

  /// The seed that the program was drawn with.
  package let seed: Int
  /// The program.
  package let program: ArithmeticProgram
  /// An input that reaches the target.
  package let goalInput: Int
  /// The output that is asked for.
  package let target: Double

  /// Creates a goal.
  package init(seed: Int, program: ArithmeticProgram, goalInput: Int) {
    self.seed = seed
    self.program = program
    self.goalInput = goalInput
    target = program.output(for: Double(goalInput))
  }

  /// Creates a goal from a drawn program.
  package init(_ sample: ProgramSampler.Sample) {
    self.init(seed: sample.seed, program: sample.program, goalInput: sample.goalInput)
  }

  /// How far the output for `input` is from the target.
  package func error(at input: Double) -> Double { abs(program.output(for: input) - target) }

  /// Whether the start is a solution, so that nothing is left to optimize.
  package var isSolvedAtStart: Bool { error(at: Self.startInput) < 1e-12 }

  /// The published filter: a target of at most 100,000, and an output that falls somewhere when the
  /// input rises from 0.4 over 0.5 to 0.6.
  package var isHard: Bool {
    guard target <= 1e5 else { return false }
    let below = program.output(for: 0.5 - 0.1)
    let middle = program.output(for: 0.5)
    let above = program.output(for: 0.5 + 0.1)
    return above < middle || middle < below
  }
}

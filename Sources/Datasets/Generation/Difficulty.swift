// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// How large generated items are, beside the published ones whose form they have.
///
/// A size is what a task has more or less of, such as words to sort or people in a chain. What is
/// asked, how it is worded and what is known beforehand are the same at every difficulty.
package enum Difficulty: String, Sendable, Hashable, CaseIterable {
  /// The sizes of the published items.
  case published
  /// Sizes above all that ``published`` has, mostly about twice as large.
  case hard
  /// Sizes above all that ``hard`` has: twice as large again, where the form allows it.
  case hardest
}

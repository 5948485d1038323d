// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import OPTO

/// Answers training signals with the points that a numeric search asks for.
///
/// Each proposal is one question of the search, so that everything a search needs, a difference
/// quotient included, is paid for in steps. When the search ends before the budget is spent, the
/// optimizer goes back to the best values and then says that nothing is left to improve. A state
/// that was proposed but is not the one of the next signal counts as failed, since trainers go back to
/// an earlier state after an exception.
struct NumericOptimizer: Optimizer {
  private enum Stage {
    case unbegun
    case asked([Double])
    case ended(String)
  }

  private let space: NumericSpace
  private let thread: SearchThread
  private var stage = Stage.unbegun
  private var best: (values: ParameterValues, score: Double)?
  private var tried: (values: ParameterValues, answer: Observation)?

  /// Creates an optimizer for one trial.
  ///
  /// - Parameters:
  ///   - search: The method.
  ///   - context: The problem's parameters and the seed.
  init(_ search: some NumericSearch, _ context: OptimizerContext) {
    let space = NumericSpace(context.parameters)
    let seed = context.seed.derived(for: "numeric search")
    self.space = space
    thread = SearchThread { ask in
      try search.run(on: NumericObjective(space: space, seed: seed, ask: ask))
    }
  }

  /// Tells the search what the last point cost and proposes the next one.
  mutating func propose(from signal: TrainingSignal) async throws -> Proposal {
    guard space.count > 0 else { return Proposal(.noChange, values: signal.values) }
    if best.map({ $0.score < signal.score }) ?? true { best = (signal.values, signal.score) }
    switch stage {
    case .unbegun:
      take(await thread.begin())
      // The state of the first signal is the start, which is what a search asks for first.
      if case .asked(let point) = stage, values(at: point, signal) == signal.values {
        take(await thread.turn(after: observation(from: signal)))
      }
    case .asked(let point):
      take(await thread.turn(after: answer(about: values(at: point, signal), from: signal)))
    case .ended:
      break
    }
    switch stage {
    case .asked(let point):
      let values = values(at: point, signal)
      return Proposal(values == signal.values ? .noChange : .updated, values: values)
    case .ended(let reason):
      let best = best?.values ?? signal.values
      let outcome: Proposal.Outcome = best == signal.values ? .terminated : .updated
      return Proposal(outcome, values: best, reasoning: reason)
    case .unbegun:
      return Proposal(.noChange, values: signal.values)
    }
  }

  /// Takes note of what a proposal came to that the trainer tried and did not go on with.
  mutating func observe(_ signal: TrainingSignal) {
    tried = (signal.values, observation(from: signal))
  }

  private func answer(about asked: ParameterValues, from signal: TrainingSignal) -> Observation {
    if signal.values == asked { return observation(from: signal) }
    guard let tried, tried.values == asked else { return .failure }
    return tried.answer
  }

  private mutating func take(_ turn: SearchThread.Turn) {
    switch turn {
    case .asks(let point): stage = .asked(point)
    case .ends(let reason): stage = .ended(reason)
    }
  }

  private func values(at point: [Double], _ signal: TrainingSignal) -> ParameterValues {
    space.values(at: point, changing: signal.values)
  }

  private func observation(from signal: TrainingSignal) -> Observation {
    let slopes = signal.slopes.flatMap { slopes in
      let ordered = space.coordinates.compactMap { slopes[$0.name] }
      return ordered.count == space.count ? ordered : nil
    }
    return Observation(score: signal.score, slopes: slopes)
  }
}

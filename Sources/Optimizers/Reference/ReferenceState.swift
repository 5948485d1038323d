// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

public import OPTO

/// Proposes a state that was known before, once: the bound beside which optimizers are read.
public struct ReferenceState: Optimizer {
  private let state: ParameterValues

  /// Creates a bound.
  ///
  /// - Parameter state: What is proposed.
  public init(_ state: ParameterValues) { self.state = state }

  /// Proposes the state, and says that nothing is left to improve when it is there.
  public mutating func propose(from signal: TrainingSignal) async throws -> Proposal {
    Proposal(signal.values == state ? .terminated : .updated, values: state)
  }
}

extension OptimizerDescription {
  /// A bound as a plan names it.
  ///
  /// - Parameters:
  ///   - name: The policy's name.
  ///   - summary: One sentence that says what it does.
  ///   - source: Where it was published, or what it bounds.
  ///   - state: Its values.
  /// - Returns: The description.
  public static func reference(
    _ name: String, summary: String, source: String, state: ParameterValues
  ) -> OptimizerDescription {
    OptimizerDescription(
      name: name, summary: summary, source: source, reads: [], modelUse: .never
    ) { _ in ReferenceState(state) }
  }
}

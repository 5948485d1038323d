// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

public import OPTO

/// Changes nothing, so that every table shows the workflow as it starts.
public struct NoOp: Optimizer {
  /// Creates the control.
  public init() {}

  /// Keeps the values.
  public mutating func propose(from signal: TrainingSignal) async throws -> Proposal {
    Proposal(.noChange, values: signal.values)
  }
}

extension OptimizerDescription {
  /// The control that changes nothing.
  public static let noOp = OptimizerDescription(
    name: "noop", summary: "Keeps the workflow as it starts.",
    source: "control", reads: [], modelUse: .never
  ) { _ in NoOp() }
}

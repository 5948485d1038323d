// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

public import OPTO

/// One optimizer that a plan can name.
public struct OptimizerDescription: Sendable {
  /// The name on the command line and in records.
  public let name: String
  /// One sentence that says what it does.
  public let summary: String
  /// Where it was published, or what it controls for.
  public let source: String
  /// What it reads of a training signal; nothing when empty.
  public let reads: [SignalPart]
  /// When it asks a language model.
  public let modelUse: ModelUse
  /// Raised whenever the optimizer's texts or its method change, so that trials of the older one
  /// are not taken for trials of the newer.
  public let revision: Int
  /// Whether it can change parameters of these kinds, at least one of them.
  public let appliesTo: @Sendable ([ParameterKind]) -> Bool
  /// Makes an optimizer for one trial, which is shown exact derivatives only if it reads them.
  public let make: @Sendable (OptimizerContext) -> any Optimizer

  /// Creates a description.
  public init(
    name: String, summary: String, source: String, reads: [SignalPart],
    modelUse: ModelUse, revision: Int = 1,
    appliesTo: @escaping @Sendable ([ParameterKind]) -> Bool = { _ in true },
    make: @escaping @Sendable (OptimizerContext) -> any Optimizer
  ) {
    self.name = name
    self.summary = summary
    self.source = source
    self.reads = reads
    self.modelUse = modelUse
    self.revision = revision
    self.appliesTo = appliesTo
    if reads.contains(.slopes) {
      self.make = make
    } else {
      self.make = { context in SlopeBlind(make(context)) }
    }
  }
}

/// Keeps exact derivatives from an optimizer that does not say that it reads them.
private struct SlopeBlind: Optimizer {
  private var optimizer: any Optimizer

  init(_ optimizer: any Optimizer) { self.optimizer = optimizer }

  mutating func propose(from signal: TrainingSignal) async throws -> Proposal {
    try await optimizer.propose(from: signal.withoutSlopes)
  }
}

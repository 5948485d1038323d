// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

public import OPTO

/// One optimizer that a plan can name.
public struct OptimizerDescription: Sendable {
  /// The name on the command line and in records, with the settings that were chosen.
  public let name: String
  /// One sentence that says what it does.
  public let summary: String
  /// Where it was published, or what it controls for.
  public let source: String
  /// What it reads of a training signal; nothing when empty.
  public let reads: [SignalPart]
  /// When it asks a language model.
  public let modelUse: ModelUse
  /// Raised whenever the optimizer's texts or its method change, or what a setting is unless it is
  /// set, so that trials of the older one are not taken for trials of the newer.
  public let revision: Int
  /// The settings that a plan can choose.
  public let settings: [SettingDeclaration]
  /// The settings that were chosen.
  public let chosen: OptimizerSettings
  /// Whether it can change parameters of these kinds, at least one of them.
  public let appliesTo: @Sendable ([ParameterKind]) -> Bool
  private let makeOptimizer: @Sendable (OptimizerContext) -> any Optimizer

  /// Creates a description.
  public init(
    name: String, summary: String, source: String, reads: [SignalPart],
    modelUse: ModelUse, revision: Int = 1, settings: [SettingDeclaration] = [],
    appliesTo: @escaping @Sendable ([ParameterKind]) -> Bool = { _ in true },
    make: @escaping @Sendable (OptimizerContext) -> any Optimizer
  ) {
    self.name = name
    self.summary = summary
    self.source = source
    self.reads = reads
    self.modelUse = modelUse
    self.revision = revision
    self.settings = settings
    chosen = OptimizerSettings()
    self.appliesTo = appliesTo
    makeOptimizer = make
  }

  private init(_ base: OptimizerDescription, chosen: OptimizerSettings) {
    name = chosen.isEmpty ? base.name : "\(base.name):\(chosen.text)"
    summary = base.summary
    source = base.source
    reads = base.reads
    modelUse = base.modelUse
    revision = base.revision
    settings = base.settings
    self.chosen = chosen
    appliesTo = base.appliesTo
    makeOptimizer = base.makeOptimizer
  }

  /// Makes an optimizer for one trial, with the settings that were chosen.
  ///
  /// - Parameter context: What it is given when the trial begins.
  /// - Returns: The optimizer.
  public func make(_ context: OptimizerContext) -> any Optimizer {
    var context = context
    context.settings = chosen
    return makeOptimizer(context)
  }

  /// This optimizer with settings.
  func configured(_ chosen: OptimizerSettings) -> OptimizerDescription {
    OptimizerDescription(self, chosen: chosen)
  }
}

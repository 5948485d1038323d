// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

public import LanguageModels
public import OPTO

/// Says why source text cannot be taken as a code parameter, or nil when it compiles and defines
/// the function; the source is not run.
public typealias CodeCheck = @Sendable (String, CodeSignature) async throws -> String?

/// What an optimizer is given when a trial begins.
public struct OptimizerContext: Sendable {
  /// The parameters of the problem, trainable and frozen.
  public let parameters: [ParameterSpecification]
  /// What the optimizer is asked to reach, in words.
  public let objective: String
  /// The model that the optimizer may ask.
  public let model: any LanguageModel
  /// The trial's seed for the optimizer.
  public let seed: Seed
  /// The most completion tokens of one proposal.
  public let proposalTokens: Int
  /// Checks code before it is accepted; nil accepts what names the function.
  public let checkCode: CodeCheck?
  /// How the optimizer is set; it reads them by the keys that it declares.
  public internal(set) var settings = OptimizerSettings()

  /// Creates a context.
  public init(
    parameters: [ParameterSpecification], objective: String, model: any LanguageModel, seed: Seed,
    proposalTokens: Int, checkCode: CodeCheck? = nil
  ) {
    self.parameters = parameters
    self.objective = objective
    self.model = model
    self.seed = seed
    self.proposalTokens = proposalTokens
    self.checkCode = checkCode
  }

  /// The context of one of several optimizers, which has some of the parameters and a seed of its own.
  func confined(to names: [String], number: Int) -> OptimizerContext {
    OptimizerContext(
      parameters: parameters.filter { names.contains($0.name) }, objective: objective, model: model,
      seed: seed.derived(for: "member \(number)"), proposalTokens: proposalTokens,
      checkCode: checkCode)
  }

  /// The parameters that may be changed.
  ///
  /// - Complexity: O(*n*) in the number of parameters.
  public var trainable: [ParameterSpecification] { parameters.filter(\.isTrainable) }
}

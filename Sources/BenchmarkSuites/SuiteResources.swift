// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

public import CodeExecution
public import LanguageModels

/// What the workflow of a task may use when it runs.
public struct SuiteResources: Sendable {
  /// The model that the workflow asks.
  public let model: any LanguageModel
  /// The sandbox in which code parameters run.
  public let sandbox: PythonSandbox
  /// The most completion tokens of one answer.
  public let answerTokens: Int

  /// Creates resources.
  package init(model: any LanguageModel, sandbox: PythonSandbox, answerTokens: Int) {
    self.model = model
    self.sandbox = sandbox
    self.answerTokens = answerTokens
  }
}

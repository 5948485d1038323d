// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import LanguageModels

/// Stands where no model is asked; being asked all the same is an error in the record.
struct AbsentModel: LanguageModel {
  let identity = ModelIdentity(provider: "none", model: "none")

  func answer(_ request: ModelRequest) async throws(LanguageModelError) -> ModelAnswer {
    throw LanguageModelError(
      .notReady, "a model was asked in a run that needs none: report this as a defect")
  }
}

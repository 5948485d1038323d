// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import LanguageModels
import TrialRecords

/// Where the trials of a run get their answers from: a model with a store, or a recording.
protocol AnswerSource: Sendable {
  /// Answers a call, and keeps its row before it returns.
  ///
  /// - Parameters:
  ///   - request: What is asked.
  ///   - model: Who is asked.
  ///   - address: Where the call belongs.
  ///   - record: Makes the row of the call from its outcome.
  /// - Returns: The answer or the model's failure.
  /// - Throws: `StoreError` when the row could not be kept, ``RunBudgetSpent``, `CancellationError`.
  func answer(
    _ request: ModelRequest, of model: any LanguageModel, at address: CallAddress,
    record: @escaping @Sendable (CallOutcome) -> ModelCallRecord
  ) async throws -> CallOutcome
}

/// A call as it will be recorded.
struct CallOutcome: Sendable {
  let result: Result<ModelAnswer, LanguageModelError>
  let source: ModelCallRecord.Source
}

/// A call was not made because it could have broken the run's budget.
struct RunBudgetSpent: Error {
  /// Why, in a part of a sentence.
  let reason: String
}

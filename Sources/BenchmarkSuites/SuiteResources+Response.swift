// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import LanguageModels
import Trace

extension SuiteResources {
  /// Asks the model on behalf of a workflow, at temperature 0.
  ///
  /// - Parameters:
  ///   - prompt: What the workflow made.
  ///   - system: Instructions above it.
  /// - Returns: The response; cut at the token limit when it reached it, and empty when the model
  ///   said nothing.
  /// - Throws: `OperatorException`, which counts against the workflow, when its prompt is longer
  ///   than the model can read or the model declined to answer it. Any other failed call is a
  ///   `LanguageModelError` and counts against nobody.
  package func response(to prompt: String, system: String) async throws -> String {
    let request = ModelRequest(
      [.system(system), .user(prompt)], temperature: 0, maximumTokens: answerTokens)
    do throws(LanguageModelError) {
      return try await model.answer(request).text
    } catch {
      guard [.contextExceeded, .refused].contains(error.code) else { throw error }
      throw OperatorException(type: "ModelRequestError", message: error.message)
    }
  }
}

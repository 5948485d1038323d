// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Trace

extension OptimizationProblem {
  /// Compares a stored answer anew with what its example asks for.
  ///
  /// - Parameters:
  ///   - answer: The text of an output that was right or wrong.
  ///   - example: The example.
  /// - Returns: The evaluation, or nil when the text of an output does not tell the output.
  /// - Throws: what ``assess(_:for:)`` throws.
  public func reassess(_ answer: String, for example: ExampleID) async throws -> Evaluation? {
    guard let value = output(storedAs: answer, for: example) else { return nil }
    let output = Tape().constant(value, named: "answer")
    return Evaluation(
      example: example, answer: value.plainText, assessment: try await assess(output, for: example))
  }
}

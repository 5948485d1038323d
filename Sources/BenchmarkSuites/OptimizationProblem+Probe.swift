// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation
package import OPTO

extension OptimizationProblem {
  /// The score of the first training example at the initial values, to six digits.
  ///
  /// Data that a program computes has no file whose digest tells versions apart: what it computes at
  /// one place stands for it. Digits beyond the sixth are left out, because they may differ between
  /// mathematical libraries.
  ///
  /// - Throws: what kept the evaluation from being made.
  package func probe() async throws -> String {
    guard let example = exampleIDs(in: .train).first else { return "none" }
    let initial = ParameterValues(initialOf: parameters)
    let evaluation = try await TraceOracle(self).evaluate(example, with: initial)
    return String(format: "%.5e", evaluation.assessment.score)
  }
}

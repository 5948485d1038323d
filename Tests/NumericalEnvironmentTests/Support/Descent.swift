// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import LanguageModels
import OPTO
import Optimizers
import Testing

/// An optimizer of the catalogue at work on a problem, one query a step.
struct Descent {
  /// How each step is spelled on the command line, such as `adam:rate=0.3`.
  let optimizer: String
  let problem: any OptimizationProblem

  /// The states that were queried with their scores, from the start on, until the optimizer says
  /// that nothing is left to improve.
  func states(steps: Int) async throws -> [(values: ParameterValues, score: Double)] {
    let description = try #require(try OptimizerCatalog.optimizer(spelled: optimizer))
    var optimizer = description.make(
      OptimizerContext(
        parameters: problem.parameters, objective: problem.objective,
        model: ScriptedLanguageModel(answers: []), seed: Seed(rawValue: 0), proposalTokens: 1))
    let example = try #require(problem.exampleIDs(in: .train).first)
    let oracle = TraceOracle(problem)
    var values = ParameterValues(initialOf: problem.parameters)
    var states: [(values: ParameterValues, score: Double)] = []
    for step in 0...steps {
      let (evaluation, signal) = try await oracle.query(example, with: values)
      states.append((values, evaluation.assessment.score))
      guard step < steps else { break }
      let proposal = try await optimizer.propose(from: signal)
      if proposal.outcome == .terminated { break }
      values = proposal.values
    }
    return states
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import CanonicalJSON
import LanguageModels
import OPTO
import Optimizers
import Testing
import Trace
import TuningEnvironment

/// Compares what searches of the tanks come to in 50 evaluations with what scikit-optimize, pycma and
/// a particle swarm came to, five seeds each.
@Suite(.enabled(if: SharedReference.searches != nil, "the recorded reference values are not here"))
struct RecordedSearchTests {
  /// The least cost of 50 evaluations, the start included.
  private func leastCost(of name: String, seed: UInt64) async throws -> Double {
    let problem = TankTuningProblem()
    var optimizer = try #require(OptimizerCatalog.optimizer(named: name)).make(
      OptimizerContext(
        parameters: problem.parameters, objective: problem.objective,
        model: ScriptedLanguageModel(answers: []), seed: Seed(rawValue: seed), proposalTokens: 1))
    let oracle = TraceOracle(problem)
    var values = ParameterValues(initialOf: problem.parameters)
    var least = Double.infinity
    for _ in 0..<50 {
      let (evaluation, signal) = try await oracle.query(TankTuningProblem.example, with: values)
      least = min(least, -evaluation.assessment.score)
      values = try await optimizer.propose(from: signal).values
    }
    return least
  }

  /// Five seeds tell little: the medians have to lie in the recorded range, widened by a fifth.
  @Test(arguments: [("random", "random"), ("gp", "gp_ei"), ("pso", "pso"), ("cmaes", "cma_es")])
  func mediansLieInTheRecordedRange(ours: String, theirs: String) async throws {
    let recorded = try #require(
      SharedReference.read(SharedReference.searches)["results"]?["pid"]?[theirs]?["50"])
    let least = try #require(recorded["min"]?.doubleValue)
    let greatest = try #require(recorded["max"]?.doubleValue)
    var costs: [Double] = []
    for seed in 0..<5 { costs.append(try await leastCost(of: ours, seed: UInt64(seed))) }
    let median = costs.sorted()[2]
    #expect((least / 1.2...greatest * 1.2).contains(median), "\(ours) came to \(median)")
  }
}

extension SharedReference {
  /// The recorded searches, or nil on a machine without them.
  fileprivate static let searches = file("reference/tuning/baselines_50evals.json")
}

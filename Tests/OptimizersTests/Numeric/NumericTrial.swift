// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import LanguageModels
import OPTO
import Optimizers
import Testing
import Trace

/// Runs an optimizer against a score that is computed from the values, without workflow or model.
struct NumericTrial {
  /// Optimizers that need no model and apply to real numbers.
  static let names =
    OptimizerCatalog.all
    .filter { $0.modelUse == .never && $0.name != "noop" && $0.appliesTo([.real(nil)]) }
    .map(\.name) + ["random"]

  /// A bounded and an unbounded real number, and a frozen one.
  static let reals = [
    ParameterSpecification(name: "a", kind: .real(-2...3), initialValue: .real(2.5), summary: "a"),
    ParameterSpecification(
      name: "fixed", kind: .real(0...9), initialValue: .real(4), summary: "fixed",
      isTrainable: false),
    ParameterSpecification(name: "c", kind: .real(nil), initialValue: .real(0.5), summary: "c"),
  ]

  /// Two bounded whole numbers, the first one at its least value.
  static let wholes = [
    ParameterSpecification(name: "m", kind: .integer(0...20), initialValue: 0, summary: "m"),
    ParameterSpecification(name: "n", kind: .integer(-40...40), initialValue: 9, summary: "n"),
  ]

  /// Steps after which a method has to have come far; a Gaussian process needs few and takes long.
  static func patience(_ name: String) -> Int { name == "gp" ? 40 : 300 }

  let name: String
  let parameters: [ParameterSpecification]
  let seed: UInt64

  init(
    _ name: String, _ parameters: [ParameterSpecification] = NumericTrial.reals, seed: UInt64 = 5
  ) {
    self.name = name
    self.parameters = parameters
    self.seed = seed
  }

  /// The optimizer, which must not ask its model.
  func makeOptimizer() throws -> any Optimizer {
    let description = try #require(OptimizerCatalog.optimizer(named: name))
    return description.make(
      OptimizerContext(
        parameters: parameters, objective: "", model: ScriptedLanguageModel(answers: []),
        seed: Seed(rawValue: seed), proposalTokens: 1))
  }

  /// Proposals until the optimizer says that nothing is left to improve, each with the score of the
  /// values before it.
  func run(
    steps: Int, score: (ParameterValues, Int) -> Double
  ) async throws -> [(score: Double, proposal: Proposal)] {
    var optimizer = try makeOptimizer()
    var values = ParameterValues(initialOf: parameters)
    var result: [(score: Double, proposal: Proposal)] = []
    for step in 0..<steps {
      let score = score(values, step)
      let signal = TrainingSignal(
        values: values, score: score, feedback: "", view: FunctionView(feedback: ""),
        parameterNames: [:])
      let proposal = try await optimizer.propose(from: signal)
      result.append((score, proposal))
      if proposal.outcome == .terminated { break }
      values = proposal.values
    }
    return result
  }

  /// A bowl whose bottom is inside the ranges: a = 1, c = -1, or m = 7, n = -12.
  static func bowl(_ values: ParameterValues) -> Double {
    let bottom = ["a": 1.0, "c": -1, "m": 7, "n": -12]
    return -bottom.reduce(0) { sum, target in
      let distance = (values[target.key]?.realValue).map { $0 - target.value } ?? 0
      return sum + distance * distance
    }
  }
}

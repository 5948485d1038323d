// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import CanonicalJSON
import LanguageModels
import OPTO
import Optimizers
import Testing
import Trace

/// Stored trials of an optimizer are those of its revision: whoever changes what it asks has to
/// raise the revision, and then pin the new request here.
struct RevisionTests {
  static let pinned: [String: (revision: Int, request: String?)] = [
    "adam": (1, nil),
    "adam-numeric": (1, nil),
    "annealing": (1, nil),
    "cmaes": (1, nil),
    "gp": (1, nil),
    "gsl-bfgs": (2, nil),
    "gsl-cg-fr": (2, nil),
    "gsl-cg-pr": (2, nil),
    "gsl-gradient": (2, nil),
    "nelder-mead": (1, nil),
    "niederreiter": (1, nil),
    "noop": (1, nil),
    "opro": (1, "1e17494c8d01"),
    "optoprime": (1, "f79a27a5500b"),
    "optoprime-small": (2, "8b14d14fe1c5"),
    "pso": (1, nil),
    "pso-paper": (1, nil),
    "random": (2, "42a3e9ce8ccb"),
    "sobol": (1, nil),
    "textgrad": (2, "30ff53a2b3d2"),
  ]

  @Test(arguments: OptimizerCatalog.all.map(\.name))
  func whatAnOptimizerAsksChangesOnlyWithItsRevision(name: String) async throws {
    let description = try #require(OptimizerCatalog.optimizer(named: name))
    let parameters = [
      ParameterSpecification(
        name: "template", kind: .text, initialValue: "Solve {q}.", summary: "asks",
        constraint: "has to contain {q}", requiredTexts: ["{q}"])
    ]
    let model = ScriptedLanguageModel { (_, _) throws(LanguageModelError) in "{}" }
    var optimizer = description.make(
      OptimizerContext(
        parameters: parameters, objective: "Answer correctly.", model: model,
        seed: Seed(rawValue: 0), proposalTokens: 100))
    let tape = Tape()
    let template = tape.parameterNode("Solve {q}.", for: parameters[0])
    let ask = bundle("ask", summary: "Asks a model.") { _ in "7" }
    try ask(["prompt": template]).backward("The answer is wrong.")
    let signal = TrainingSignal(
      values: ParameterValues(initialOf: parameters), score: 0, feedback: "The answer is wrong.",
      view: try tape.functionView(), parameterNames: ["template0": "template"])
    _ = try await optimizer.propose(from: signal)
    let pinned = try #require(Self.pinned[name])
    #expect(description.revision == pinned.revision)
    #expect(model.requests.first?.digest.shortHex == pinned.request)
  }
}

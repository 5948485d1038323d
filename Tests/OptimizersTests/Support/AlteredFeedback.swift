// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import OPTO
import Trace

/// The counting problem with something else said, or scored, or recorded of it.
struct AlteredFeedback: OptimizationProblem {
  let base = CountingProblem(goal: 9)
  var feedback: @Sendable (String, ExampleID) -> String = { text, _ in text }
  var score: @Sendable (Double) -> Double = { $0 }
  /// Whether the trace has one operation more, which changes no value.
  var hasDetour = false

  var parameters: [ParameterSpecification] { base.parameters }
  var objective: String { base.objective }

  func exampleIDs(in split: DatasetSplit) -> [ExampleID] { base.exampleIDs(in: split) }

  func forward(
    _ example: ExampleID, with parameters: BoundParameters
  ) async throws -> TraceNode {
    let sum = try await base.forward(example, with: parameters)
    guard hasDetour else { return sum }
    let detour = bundle("detour", summary: "Passes a value on.") { $0[0] }
    return try detour(["x": sum])
  }

  func assess(_ output: TraceNode, for example: ExampleID) async throws -> Assessment {
    let usual = try await base.assess(output, for: example)
    return Assessment(
      score: score(usual.score), feedback: feedback(usual.feedback, example),
      outcome: usual.outcome)
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import OPTO
package import Trace

/// A problem without model or sandbox: a whole number has to become the goal, and a frozen one is
/// added to it.
package struct CountingProblem: OptimizationProblem {
  /// How the workflow behaves beside computing a sum.
  package enum Mood: Sendable {
    /// It computes.
    case calm
    /// It raises an exception while the number is negative.
    case raisesBelowZero
    /// It cannot be run at all, for a reason outside it.
    case isOut
  }

  /// What the sum has to be.
  package let goal: Int
  /// How the workflow behaves.
  package let mood: Mood
  private let start: Int

  /// Creates a problem whose number starts at `start`.
  package init(goal: Int, start: Int = 0, mood: Mood = .calm) {
    self.goal = goal
    self.start = start
    self.mood = mood
  }

  /// A trainable number and a frozen one.
  package var parameters: [ParameterSpecification] {
    [
      ParameterSpecification(
        name: "number", kind: .integer(-5...50), initialValue: .integer(start),
        summary: "the number that is added to"),
      ParameterSpecification(
        name: "offset", kind: .integer(nil), initialValue: 1, summary: "a fixed number",
        isTrainable: false),
    ]
  }

  /// What an optimizer has to reach.
  package var objective: String { "Make the sum equal to the goal." }

  /// 20 training, 5 validation and 30 test examples.
  package func exampleIDs(in split: DatasetSplit) -> [ExampleID] {
    let count =
      switch split {
      case .train: 20
      case .validation: 5
      case .test: 30
      }
    return (0..<count).map { ExampleID(rawValue: "\(split.rawValue)-\($0)") }
  }

  /// Adds the two numbers.
  package func forward(
    _ example: ExampleID, with parameters: BoundParameters
  ) async throws -> TraceNode {
    guard case .calm = mood else { return try await moodily(parameters) }
    return try await sum(parameters)
  }

  private func moodily(_ parameters: BoundParameters) async throws -> TraceNode {
    if case .isOut = mood { throw ProblemError(.evaluationFailed, "the world is out of order") }
    return try await sum(parameters)
  }

  private func sum(_ parameters: BoundParameters) async throws -> TraceNode {
    let add = bundle("add", summary: "Adds two numbers.") { [mood] arguments in
      let number = arguments[0].integerValue ?? 0
      if case .raisesBelowZero = mood, number < 0 {
        throw OperatorException(type: "ValueError", message: "a negative number")
      }
      return .integer(number + (arguments[1].integerValue ?? 0))
    }
    return try add([
      "x": try parameters.node("number"), "y": try parameters.node("offset"),
    ])
  }

  /// Compares the sum with the goal.
  package func assess(_ output: TraceNode, for example: ExampleID) async throws -> Assessment {
    let sum = output.value.integerValue ?? 0
    guard sum != goal else {
      return Assessment(score: 1, feedback: "The sum is right.", outcome: .correct)
    }
    let word = sum < goal ? "larger" : "smaller"
    return Assessment(
      score: 1 / (1 + Double(abs(sum - goal))), feedback: "The sum has to be \(word).",
      outcome: .incorrect)
  }
}

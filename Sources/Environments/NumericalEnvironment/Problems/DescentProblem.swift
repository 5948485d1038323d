// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import OPTO
package import Trace

/// The search for the least value of a surface, with feedback in words.
package struct DescentProblem: OptimizationProblem {
  /// The one example, the same in all splits: a query of the surface.
  package let example: ExampleID
  /// The coordinates, called `x1`, `x2` and so on.
  package let parameters: [ParameterSpecification]
  private let surface: Surface

  /// Creates a problem.
  ///
  /// - Parameters:
  ///   - surface: What is searched.
  ///   - start: The point with which the trial begins, in the domain.
  ///   - name: The name of the instance, which becomes that of the example.
  package init(_ surface: Surface, start: [Double], name: String) {
    self.surface = surface
    example = ExampleID(rawValue: name)
    parameters = zip(surface.domain, start).enumerated().map { index, coordinate in
      ParameterSpecification(
        name: "x\(index + 1)",
        kind: .real(coordinate.0),
        initialValue: .real(coordinate.1),
        summary: "coordinate \(index + 1) of the point"
      )
    }
  }

  /// A point of the domain that a seed draws, in steps of 0.01.
  ///
  /// - Parameters:
  ///   - surface: What is searched.
  ///   - task: The name of the task, so that every task has draws of its own.
  ///   - seed: The trial's seed.
  /// - Returns: One coordinate for each parameter.
  package static func start(on surface: Surface, of task: String, seed: Seed) -> [Double] {
    var generator = seed.derived(for: "start of \(task)").makeGenerator()
    return surface.domain.map { range in
      let drawn = range.lowerBound + generator.unit() * (range.upperBound - range.lowerBound)
      return min(range.upperBound, max(range.lowerBound, (drawn * 100).rounded() / 100))
    }
  }

  /// What is asked.
  package var objective: String {
    "The code computes the height of a surface at a point. Choose the coordinates of the point so "
      + "that the height becomes as small as possible."
  }

  /// Lower than every height.
  package var minimumScore: Double { -.infinity }

  /// The one query.
  package func exampleIDs(in split: DatasetSplit) -> [ExampleID] { [example] }

  /// Computes the height at the point.
  ///
  /// - Throws: ``ProblemError`` when a coordinate is missing.
  package func forward(
    _ example: ExampleID, with parameters: BoundParameters
  ) async throws -> TraceNode {
    guard example == self.example else {
      throw ProblemError(.unknownExample, "there is no example called \(example)")
    }
    let coordinates = try self.parameters.map { try parameters.node($0.name) }
    let origin = parameters.tape.constant(.list([]), named: "origin")
    let point = try coordinates.reduce(origin) { try $0.appending($1) }
    let value = surface.value
    let height = bundle("height", summary: Self.operationSummary) { arguments in
      .real(value(try Self.coordinates(of: arguments[0])))
    }
    return try height(["point": point])
  }

  /// Compares the height with the least one; feedback never says how small it can become.
  ///
  /// - Throws: ``ProblemError`` when the output is no number.
  package func assess(_ output: TraceNode, for example: ExampleID) async throws -> Assessment {
    guard let height = output.value.realValue else {
      throw ProblemError(.wrongType, "the height of a surface has to be a number")
    }
    let excess = height - surface.leastValue
    guard excess.isFinite else {
      return Assessment(score: minimumScore, feedback: Self.notFinite, outcome: .invalidAnswer)
    }
    if excess <= surface.tolerance {
      return Assessment(score: -excess, feedback: Self.reached, outcome: .correct)
    }
    let slopes = surface.gradient.map { $0(point(behind: output)) }
    let feedback = Self.missed(output.value.plainText, slopes: slopes ?? [])
    return Assessment(score: -excess, feedback: feedback, outcome: .incorrect)
  }

  /// The derivatives of the negative height, for surfaces whose feedback speaks of them.
  package func slopes(of example: ExampleID, at values: ParameterValues) -> [String: Double]? {
    guard let gradient = surface.gradient else { return nil }
    let point = parameters.map { values[$0.name]?.realValue ?? .nan }
    let slopes = zip(parameters, gradient(point)).map { ($0.name, -$1) }
    return Dictionary(slopes, uniquingKeysWith: { first, _ in first })
  }

  private static let reached = "The height is as small as it can become."
  private static let notFinite = "The height is not a finite number."
  private static let operationSummary = "The height of the surface at a point."

  private static func missed(_ height: String, slopes: [Double]) -> String {
    let sentence = "The height \(height) should be smaller."
    return slopes.isEmpty ? sentence : sentence + " " + advice(slopes)
  }

  /// All sentences that an optimizer may be told beside the parameters and the objective.
  static let wording = [
    reached, notFinite, missed("?", slopes: [-1, 0, 1]), operationSummary,
  ]

  /// The coordinates that an output was computed from, read from the parameters of its tape.
  private func point(behind output: TraceNode) -> [Double] {
    output.tape.parameters.map { $0.value.realValue ?? .nan }
  }

  /// Says which way each coordinate should move, by the sign of its derivative.
  private static func advice(_ gradient: [Double]) -> String {
    let parts = gradient.enumerated().map { index, slope in
      let verb = slope == 0 ? "keep" : slope < 0 ? "increase" : "decrease"
      return "\(verb) x\(index + 1)"
    }
    return "From here, \(parts.joined(separator: " and "))."
  }

  private static func coordinates(of value: TraceValue) throws -> [Double] {
    try (value.elements ?? []).map { element in
      guard let coordinate = element.realValue else {
        throw OperatorException(type: "TypeError", message: "a coordinate has to be a number")
      }
      return coordinate
    }
  }
}

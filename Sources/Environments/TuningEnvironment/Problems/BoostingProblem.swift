// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation
package import OPTO
package import Trace

/// The search for settings of gradient boosting that predict rows which were not learnt from.
///
/// There is no target: no output counts as correct, and a trial goes on until its budget is spent.
package struct BoostingProblem: OptimizationProblem {
  /// The seed of the recorded data; trials count up from it.
  private static let firstSeed: UInt64 = 7

  private let data: FriedmanData
  /// The example of the splits for training and validation: the validation rows.
  private let validationExample: ExampleID
  /// The example of the split for the test: rows that no setting was chosen by.
  private let testExample: ExampleID

  /// Creates a problem.
  ///
  /// - Parameter seed: Draws the rows; 0 draws the recorded ones.
  package init(seed: Seed) {
    let number = UInt32(truncatingIfNeeded: Self.firstSeed &+ seed.rawValue)
    data = FriedmanData(seed: number)
    validationExample = ExampleID(rawValue: "validation-rows-\(number)")
    testExample = ExampleID(rawValue: "test-rows-\(number)")
  }

  /// Learning rate, trees, depth and leaf size, each starting at its least value.
  package var parameters: [ParameterSpecification] {
    [
      ParameterSpecification(
        name: "log10_learning_rate", kind: .real(-3...0), initialValue: .real(-3),
        summary: "the decimal logarithm of how much of each tree is added"),
      ParameterSpecification(
        name: "trees", kind: .integer(10...400), initialValue: 10,
        summary: "the number of trees"),
      ParameterSpecification(
        name: "depth", kind: .integer(1...6), initialValue: 1,
        summary: "the most splits between the root of a tree and a leaf"),
      ParameterSpecification(
        name: "leaf_size", kind: .integer(1...20), initialValue: 1,
        summary: "the fewest training rows of a leaf"),
    ]
  }

  /// What is asked.
  package var objective: String {
    "Choose the settings of gradient boosting so that the trees predict rows that they did not "
      + "learn from with as small an error as possible."
  }

  /// Lower than every error.
  package var minimumScore: Double { -.infinity }

  /// The validation rows, for the test split the test rows.
  package func exampleIDs(in split: DatasetSplit) -> [ExampleID] {
    [split == .test ? testExample : validationExample]
  }

  /// Fits the trees and measures their error on the rows of the example.
  ///
  /// - Throws: `ExecutionError` for a setting of the wrong type, ``ProblemError`` when one is missing.
  package func forward(
    _ example: ExampleID, with parameters: BoundParameters
  ) async throws -> TraceNode {
    guard [testExample, validationExample].contains(example) else {
      throw ProblemError(.unknownExample, "there is no example called \(example)")
    }
    let data = data
    let rows = example == testExample ? FriedmanData.test : FriedmanData.validation
    let fit = bundle("fit_trees", summary: Self.summary) { arguments in
      let trees = BoostedTrees(try Self.settings(arguments), on: data)
      return [
        "error on new rows": .real(trees.error(on: rows)),
        "error on training rows": .real(trees.error(on: FriedmanData.training)),
      ]
    }
    return try fit([
      "log10_learning_rate": try parameters.node("log10_learning_rate"),
      "trees": try parameters.node("trees"),
      "depth": try parameters.node("depth"),
      "leaf_size": try parameters.node("leaf_size"),
    ])
  }

  /// Reads the errors and says which way the settings are off.
  ///
  /// - Throws: ``ProblemError`` when there is no error to read.
  package func assess(_ output: TraceNode, for example: ExampleID) async throws -> Assessment {
    let report = output.value.dictionaryValue
    guard let new = report?["error on new rows"]?.realValue,
      let known = report?["error on training rows"]?.realValue
    else { throw ProblemError(.wrongType, "a fit has to give its errors") }
    let feedback = Self.feedback(TraceValue.real(new).plainText, ratio: known / new)
    return Assessment(score: -new, feedback: feedback, outcome: .incorrect)
  }

  /// Says how large the error on new rows is, and what the one on training rows against it tells.
  private static func feedback(_ error: String, ratio: Double) -> String {
    let diagnosis =
      switch ratio {
      case ..<0.5: "much smaller, so the trees fit noise."
      case 0.9...: "about as large, so the trees learn too little."
      default: "somewhat smaller."
      }
    return "The error on new rows is \(error); lower is better. The error on training rows is "
      + diagnosis
  }

  /// All sentences that an optimizer may be told beside the parameters and the objective.
  static let wording = [0.1, 0.7, 1].map { feedback("?", ratio: $0) } + [summary]

  private static let summary = """
    Fits regression trees to the training rows, each to what the ones before it leave, and gives \
    the root of the mean squared error on new rows and on the training rows.
    """

  private static func settings(_ arguments: [TraceValue]) throws -> BoostingSettings {
    guard let exponent = arguments[0].realValue, let trees = arguments[1].integerValue,
      let depth = arguments[2].integerValue, let leafSize = arguments[3].integerValue,
      (1...1000).contains(trees), (1...10).contains(depth), leafSize >= 1
    else {
      throw OperatorException(
        type: "ValueError", message: "a setting is of the wrong type or out of its bounds")
    }
    return BoostingSettings(
      learningRate: pow(10, exponent), treeCount: trees, depth: depth, leastLeafSize: leafSize)
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation
package import OPTO
package import Trace

/// The search for the gains of a controller that keeps a tank at its level.
///
/// There is no target: no output counts as correct, and a trial goes on until its budget is spent.
package struct TankTuningProblem: OptimizationProblem {
  /// The one example, the same in all splits: one run of the plant.
  package static let example = ExampleID(rawValue: "run")

  /// Creates the problem.
  package init() {}

  /// The decimal logarithms of the three gains, each starting at its least value.
  package var parameters: [ParameterSpecification] {
    [
      Self.gain("log10_kp", 0.05...50, "the proportional gain, in volts a centimetre"),
      Self.gain("log10_ki", 0.0005...1, "the integral gain, in volts a centimetre and second"),
      Self.gain("log10_kd", 0.05...100, "the derivative gain, in volts and seconds a centimetre"),
    ]
  }

  private static func gain(
    _ name: String, _ range: ClosedRange<Double>, _ meaning: String
  ) -> ParameterSpecification {
    let bounds = log10(range.lowerBound)...log10(range.upperBound)
    return ParameterSpecification(
      name: name, kind: .real(bounds), initialValue: .real(bounds.lowerBound),
      summary: "the decimal logarithm of \(meaning)")
  }

  /// What is asked.
  package var objective: String {
    "Tune a PID controller that pumps water into the upper of two tanks so that the level of the "
      + "lower one follows its set-point. Choose the gains so that the cost becomes as small as "
      + "possible. The cost adds the mean error, the travel of the pump and the overshoot."
  }

  /// Lower than every cost.
  package var minimumScore: Double { -.infinity }

  /// The one run.
  package func exampleIDs(in split: DatasetSplit) -> [ExampleID] { [Self.example] }

  /// Runs the plant with the given gains.
  ///
  /// - Throws: `ExecutionError` for a gain that is no number, ``ProblemError`` when one is missing.
  package func forward(
    _ example: ExampleID, with parameters: BoundParameters
  ) async throws -> TraceNode {
    guard example == Self.example else {
      throw ProblemError(.unknownExample, "there is no example called \(example)")
    }
    return try Self.control([
      "log10_kp": try parameters.node("log10_kp"),
      "log10_ki": try parameters.node("log10_ki"),
      "log10_kd": try parameters.node("log10_kd"),
    ])
  }

  /// Reads the cost; the report says in words what makes it up.
  ///
  /// - Throws: ``ProblemError`` when there is no cost.
  package func assess(_ output: TraceNode, for example: ExampleID) async throws -> Assessment {
    guard let cost = output.value.dictionaryValue?["cost"]?.realValue else {
      throw ProblemError(.wrongType, "a run of the plant has to give its cost")
    }
    let feedback = Self.feedback(TraceValue.real(cost).plainText)
    return Assessment(score: -cost, feedback: feedback, outcome: .incorrect)
  }

  private static func feedback(_ cost: String) -> String {
    "The cost is \(cost); lower is better. The report shows which part of it is largest."
  }

  /// All sentences that an optimizer may be told beside the parameters and the objective.
  static let wording = [feedback("?"), control.description.summary]

  private static let control = bundle(
    "control_tanks",
    summary: """
      Controls the level for ten minutes: the set-point rises from 10 to 15 cm after 20 s, falls \
      to 12 cm after 260 s, and after 440 s the lower tank leaks. Gives the cost, its three parts \
      and what happened at each change.
      """
  ) { arguments in
    let gains = try arguments.map { argument in
      guard let exponent = argument.realValue else {
        throw OperatorException(type: "TypeError", message: "a gain has to be a number")
      }
      return pow(10, exponent)
    }
    let run = TankRun(
      PIDGains(proportional: gains[0], integral: gains[1], derivative: gains[2]))
    return report(run)
  }

  private static func report(_ run: TankRun) -> TraceValue {
    func seconds(_ time: Int?) -> TraceValue { time.map { .integer($0) } ?? "not reached" }
    return [
      "cost": .real(run.cost),
      "mean error in cm": .real(run.meanError),
      "pump travel in V": .real(run.pumpTravel),
      "overshoot in cm": .real(run.overshoot),
      "seconds to nine tenths of the rise": seconds(run.riseTime),
      "overshoot of the rise in cm": .real(run.riseOvershoot),
      "seconds to nine tenths of the fall": seconds(run.fallTime),
      "overshoot of the fall in cm": .real(run.fallOvershoot),
      "seconds with the pump at a limit": .integer(run.cutSeconds),
      "mean error in the last minute in cm": .real(run.leakError),
    ]
  }
}

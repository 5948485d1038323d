// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import OPTO
package import Trace

/// The search for green times of signals that cost travellers the least time (Cheng, Nie and
/// Swaminathan, 2024, section 5.2).
///
/// There is no target: no output counts as correct, and a trial goes on until its budget is spent.
package struct SignalTimingProblem: OptimizationProblem {
  /// The seed of the first replication; the published experiments count up from it.
  private static let firstSeed: UInt64 = 42

  /// The green times, in the order of signals and phases.
  package let parameters: [ParameterSpecification]
  /// The one example, the same in all splits: the simulation of one replication.
  package let example: ExampleID
  private let task: TrafficTask
  private let scenario: TrafficScenario

  /// Creates a replication.
  ///
  /// - Parameters:
  ///   - task: What is asked.
  ///   - network: The network of the task.
  ///   - seed: Chooses demand and draws; 0 to 19 are the paper's replications.
  package init(_ task: TrafficTask, on network: RoadNetwork, seed: Seed) {
    let number = UInt32(truncatingIfNeeded: Self.firstSeed &+ seed.rawValue)
    self.task = task
    example = ExampleID(rawValue: "replication-\(number)")
    scenario = TrafficScenario(
      network, seed: number, dropsRemainder: task.dropsRemainder,
      randomness: task.randomness(seed: number))
    let times = network.greenTimes
    parameters = scenario.timings.map { timing in
      ParameterSpecification(
        name: timing.name,
        kind: .integer(times.bounds),
        initialValue: .integer(times.start),
        summary: "seconds of green for the phase \(timing.phase) of the signal \(timing.signal)"
      )
    }
  }

  /// What is asked.
  package var objective: String {
    "Choose how long each phase of the traffic signals is green so that the overall score becomes "
      + "as small as possible. Short green times keep nobody waiting long but let few vehicles "
      + "through in each cycle; long ones let queues clear but make the other directions wait. "
      + "Demand is not the same in all directions and changes over time. The score counts the time "
      + "that vehicles lose and how unequally it is spread."
  }

  /// Lower than every score, since the published experiments give such green times an infinite one.
  package var minimumScore: Double { -.infinity }

  /// The one simulation.
  package func exampleIDs(in split: DatasetSplit) -> [ExampleID] { [example] }

  /// Simulates the traffic with the given green times.
  ///
  /// - Throws: `ExecutionError` for a green time out of bounds, ``ProblemError`` when one is missing.
  /// - Complexity: That of one simulation.
  package func forward(
    _ example: ExampleID, with parameters: BoundParameters
  ) async throws -> TraceNode {
    guard example == self.example else {
      throw ProblemError(.unknownExample, "there is no example called \(example)")
    }
    let times = try self.parameters.map { try parameters.node($0.name) }
    if times.count == 2 {
      return try simulate([
        self.parameters[0].name: times[0], self.parameters[1].name: times[1],
      ])
    }
    let empty = parameters.tape.constant(.list([]), named: "plan")
    let plan = try times.reduce(empty) { try $0.appending($1) }
    return try simulate(["green_times": plan])
  }

  /// Reads the score; lower scores of the simulation are higher scores of the problem.
  ///
  /// - Throws: ``ProblemError`` when there is no score.
  package func assess(_ output: TraceNode, for example: ExampleID) async throws -> Assessment {
    let score = output.value.dictionaryValue?[Self.scoreName] ?? output.value
    guard let number = score.realValue else {
      throw ProblemError(.wrongType, "a simulation has to give its overall score")
    }
    return Assessment(
      score: -number, feedback: Self.feedback(score.plainText), outcome: .incorrect)
  }

  private static func feedback(_ score: String) -> String {
    "The overall score is \(score). Choose green times that lower it further, or the same ones "
      + "again if you are sure that they are the best."
  }

  /// All sentences that an optimizer may be told beside the parameters and the objective.
  var wording: [String] { [Self.feedback("?"), simulate.description.summary] }

  /// The green times of the reference policy, which knows the demand.
  ///
  /// - Complexity: O(*n* · *m*) in flows and links of a path.
  package var referenceValues: ParameterValues {
    var values = ParameterValues(initialOf: parameters)
    for (parameter, time) in zip(parameters, scenario.proportionalTimes) {
      values[parameter.name] = .integer(time)
    }
    return values
  }
}

extension SignalTimingProblem {
  private static let scoreName = "overall score"

  private static let verboseSummary = """
    Runs the traffic with the given green times and reports what it cost the travellers: the mean \
    delay of those who arrived; for each origin and destination the trips attempted, the trips \
    completed and the time lost per vehicle; the delay per vehicle when trips that did not end \
    are taken to last one second more than the slowest one; and the overall score, which adds to \
    that delay how much it differs between origins and destinations. Lower scores are better.
    """

  private static let shortSummary = """
    Runs the traffic with the given green times and gives the overall score. Lower is better.
    """

  private var simulate: BundledFunction {
    let (scenario, task) = (scenario, task)
    let bounds = scenario.network.greenTimes.bounds
    return bundle(
      "simulate_traffic", summary: task.isVerbose ? Self.verboseSummary : Self.shortSummary
    ) { arguments in
      let values = arguments.count == 1 ? arguments[0].elements ?? arguments : arguments
      let times = try zip(scenario.timings, values).map { timing, value in
        guard let time = value.realValue, Double(bounds.lowerBound) <= time,
          time <= Double(bounds.upperBound)
        else {
          throw OperatorException(
            type: "ValueError",
            message: "\(timing.name) is \(value.plainText) but has to be from "
              + "\(bounds.lowerBound) to \(bounds.upperBound)")
        }
        return time
      }
      let report = scenario.report(times, publishedImputation: task.usesPublishedImputation)
      return task.isVerbose ? Self.dictionary(report) : .real(report.score)
    }
  }

  private static func dictionary(_ report: TrafficReport) -> TraceValue {
    var entries: [(String, TraceValue)] = [
      ("average delay", report.averageDelay.map { .real($0) } ?? .none)
    ]
    entries += report.pairs.map { pair in
      let statistics: TraceValue = [
        "trips attempted": .integer(pair.attempted),
        "trips completed": .integer(pair.completed),
        "time lost per vehicle": .real(pair.lostPerVehicle),
      ]
      return (pair.name, statistics)
    }
    entries.append(("estimated delay", .real(report.estimatedDelay)))
    entries.append((scoreName, .real(report.score)))
    return .dictionary(TraceDictionary(entries))
  }
}

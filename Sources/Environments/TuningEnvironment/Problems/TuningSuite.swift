// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import BenchmarkSuites
import CanonicalJSON
import Datasets
import OPTO
package import Training

/// Tuning beyond traffic: the gains of a controller, and the settings of a learner.
///
/// The program makes the data of all tasks, so that there are tasks in no other source of data.
package struct TuningSuite: BenchmarkSuite {
  /// The name on the command line and in records.
  package let name = "tuning"
  /// One sentence that says what is measured.
  package let summary = "Settings on linear and logarithmic scales are tuned to lower a cost."

  /// Fifty steps from the least settings.
  package let protocols = [TrainingProtocol.search("paper", steps: 50)]

  /// Creates the suite.
  package init() {}

  private enum Name: String, CaseIterable {
    case boosting
    case tanks

    var summary: String {
      switch self {
      case .boosting: "Tune four settings of gradient boosting on Friedman's first problem."
      case .tanks: "Tune the three gains of a PID controller for two coupled tanks."
      }
    }

    var costName: String {
      switch self {
      case .boosting: "squared error"
      case .tanks: "cost"
      }
    }
  }

  /// The tasks, sorted by name.
  package func tasks(in source: DataSource) -> [BenchmarkTask] {
    guard source == .generated else { return [] }
    return Name.allCases.map { task in
      BenchmarkTask(
        id: TaskID(suite: name, name: task.rawValue), summary: task.summary, isDefault: true)
    }
  }

  /// Prepares a task; the seed of a trial draws the rows of the learner, and nothing for the tanks.
  ///
  /// - Throws: ``DataError`` with code `unknownTask` when there is no such task,
  ///   or none in the source of data.
  package func load(_ task: TaskID, from source: DataSource) async throws -> LoadedTask {
    guard source == .generated else { throw DataError.isGenerated(task.description) }
    guard task.suite == name, let known = Name(rawValue: task.name) else {
      throw DataError(.unknownTask, "There is no task \(task): see 'bench list tasks'.")
    }
    let first = Self.problem(known, seed: Seed(rawValue: 0))
    let content = "\(name) \(known.rawValue) \(try await first.probe())"
    return LoadedTask(
      id: task, dataLabel: DataLabel.generated.rawValue,
      dataDigest: ContentDigest(of: content).hex,
      workflowDigest: Self.workflowDigest(of: known).hex,
      parameters: first.parameters, asksModel: false,
      measure: .cost(known.costName, hasTarget: false),
      pose: { _, seed in Self.problem(known, seed: seed) })
  }

  private static func problem(_ name: Name, seed: Seed) -> any OptimizationProblem {
    switch name {
    case .boosting: BoostingProblem(seed: seed)
    case .tanks: TankTuningProblem()
    }
  }

  private static func workflowDigest(of name: Name) -> ContentDigest {
    let problem = problem(name, seed: Seed(rawValue: 0))
    let wording = name == .boosting ? BoostingProblem.wording : TankTuningProblem.wording
    let parameters = problem.parameters.map { "\($0)" }
    return ContentDigest(
      of: (parameters + [problem.objective] + wording).joined(separator: "\n"))
  }
}

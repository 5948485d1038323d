// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import BenchmarkSuites
import CanonicalJSON
import Datasets
import OPTO
package import Training

/// Traffic signals: the paper's intersection and a square of four.
///
/// The program makes the data of all tasks, so that there are tasks in no other source of data.
package struct TrafficSuite: BenchmarkSuite {
  /// The name on the command line and in records.
  package let name = "traffic"
  /// One sentence that says what is measured.
  package let summary = "Green times of traffic signals are set to cost travellers little time."

  /// Fifty steps from the shortest green times, as in the paper's figure (appendix C.3).
  package let protocols = [TrainingProtocol.search("paper", steps: 50)]
  /// The rule that the paper compares with.
  package let references = [Self.scats]

  private static let scats = ReferencePolicy(
    name: "scats",
    summary: "Gives each phase green in proportion to its demand, which it knows.",
    source: "Cheng et al., NeurIPS 2024, appendix C.3")

  /// Creates the suite.
  package init() {}

  /// The tasks, sorted by name.
  package func tasks(in source: DataSource) -> [BenchmarkTask] {
    guard source == .generated else { return [] }
    return TrafficTask.allCases.map { task in
      BenchmarkTask(
        id: TaskID(suite: name, name: task.rawValue), summary: task.summary,
        isDefault: task == .intersection)
    }
  }

  /// Reads the network of a task; the seed of a trial chooses its demand.
  ///
  /// - Throws: ``DataError`` with code `unknownTask` when there is no such task,
  ///   or none in the source of data.
  package func load(_ task: TaskID, from source: DataSource) async throws -> LoadedTask {
    guard source == .generated else { throw DataError.isGenerated(task.description) }
    guard task.suite == name, let known = TrafficTask(rawValue: task.name) else {
      throw DataError(.unknownTask, "There is no task \(task): see 'bench list tasks'.")
    }
    let network = try known.network.load()
    let first = SignalTimingProblem(known, on: network, seed: Seed(rawValue: 0))
    let content = [known.rawValue, known.network.text, try await first.probe()]
    let digest = ContentDigest(of: content.joined(separator: "\n"))
    return LoadedTask(
      id: task, dataLabel: DataLabel.generated.rawValue,
      dataDigest: digest.hex,
      workflowDigest: Self.workflowDigest(of: first).hex, parameters: first.parameters,
      asksModel: false, measure: .cost("overall score", hasTarget: false),
      referenceValues: { policy, seed in
        guard policy == Self.scats else { return nil }
        return SignalTimingProblem(known, on: network, seed: seed).referenceValues
      },
      pose: { _, seed in SignalTimingProblem(known, on: network, seed: seed) })
  }

  private static func workflowDigest(of problem: SignalTimingProblem) -> ContentDigest {
    let parameters = problem.parameters.map { "\($0)" }
    return ContentDigest(
      of: (parameters + [problem.objective] + problem.wording).joined(separator: "\n"))
  }
}

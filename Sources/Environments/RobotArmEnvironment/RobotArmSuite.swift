// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import BenchmarkSuites
import CanonicalJSON
import Datasets
package import OPTO
package import Training

/// Controllers of a simulated robot arm: the tasks of Meta-World's Sawyer as LLF-Bench poses them.
package struct RobotArmSuite: BenchmarkSuite {
  /// Creates the suite.
  package init() {}

  package var name: String { "robot" }

  package var summary: String {
    "Controllers of a simulated robot arm: tunes Python code or numbers by the trace of an episode."
  }

  /// Thirty steps as in the paper (appendix C.5), or three; both test on ten held-out starts.
  package let protocols = [
    TrainingProtocol.search("quick", steps: 3),
    TrainingProtocol.search("paper", steps: 30, testsEachState: true),
  ]

  /// Policies between which the results of optimizers lie; what does nothing is `noop`.
  package let references = [Self.expert, Self.straight]

  private static let expert = ReferencePolicy(
    name: "expert", summary: "Solves the task by the rules of Meta-World's scripted policy.",
    source: "Yu et al., CoRL 2019")
  private static let straight = ReferencePolicy(
    name: "straight", summary: "Closes the gripper and goes straight to the goal.",
    source: "lower bound")

  /// The tasks; episodes are simulated here, so that there is nothing official to fetch.
  package func tasks(in source: DataSource) -> [BenchmarkTask] {
    guard source == .generated else { return [] }
    return RobotTask.allCases.flatMap { task in
      RobotVariant.allCases.map { variant in
        BenchmarkTask(
          id: TaskID(suite: name, name: variant.name(of: task)),
          summary: variant.summary(of: task),
          isDefault: variant == .published || variant == .gains)
      }
    }.sorted { $0.id.name < $1.id.name }
  }

  /// Prepares a task; its starts follow from the seed of the trial.
  ///
  /// - Throws: `DataError` when there is no such task, or published data are asked for.
  package func load(_ id: TaskID, from source: DataSource) async throws -> LoadedTask {
    guard source == .generated else {
      throw DataError(
        .unknownTask, "The robot's episodes are simulated here: leave out --data official.")
    }
    let pose = try pose(id)
    return LoadedTask(
      id: id, dataLabel: DataLabel.generated.rawValue, dataDigest: pose.dataDigest.hex,
      workflowDigest: RobotDigests.workflow.hex, parameters: pose.parameters, asksModel: false,
      referenceValues: { policy, _ in pose.values(of: policy) },
      pose: { resources, seed in pose.problem(resources, seed: seed) })
  }

  /// Runs one episode of a task and shows it.
  ///
  /// - Parameters:
  ///   - id: The task.
  ///   - start: A held-out start by its number, or nil for the one to train on.
  ///   - seed: The seed of the trial that the starts belong to.
  ///   - state: The values of the task's parameters.
  ///   - resources: What the workflow may use.
  /// - Returns: The episode, also one that ended in an exception.
  /// - Throws: `DataError` for an unknown task or start; what keeps the episode from being run.
  package func film(
    of id: TaskID, from start: Int?, seed: Seed, state: ParameterValues,
    resources: SuiteResources
  ) async throws -> EpisodeFilm {
    let problem = try pose(id).problem(resources, seed: seed)
    let starts = problem.exampleIDs(in: start == nil ? .train : .test)
    guard starts.indices.contains(start ?? 0) else {
      throw DataError(.unknownTask, "Held-out starts have the numbers 0 to \(starts.count - 1).")
    }
    return try await problem.film(starts[start ?? 0], with: state)
  }

  private func pose(_ id: TaskID) throws(DataError) -> Pose {
    guard let pose = Pose(id, of: name) else {
      throw DataError(
        .unknownTask, "There is no task \(id): see 'bench list tasks --suite robot'.")
    }
    return pose
  }

  /// A task in one of its variants.
  private struct Pose: Sendable {
    let task: RobotTask
    let variant: RobotVariant

    init?(_ id: TaskID, of suite: String) {
      guard id.suite == suite else { return nil }
      for task in RobotTask.allCases {
        for variant in RobotVariant.allCases where variant.name(of: task) == id.name {
          self.task = task
          self.variant = variant
          return
        }
      }
      return nil
    }

    func problem(_ resources: SuiteResources, seed: Seed) -> RobotArmProblem {
      RobotArmProblem(
        variant.settings(for: task),
        controller: variant == .gains
          ? WaypointController(task) : CodeController(in: resources.sandbox),
        seed: seed)
    }

    var parameters: [ParameterSpecification] {
      variant == .gains ? WaypointController(task).parameters : CodeController.parameters
    }

    func values(of policy: ReferencePolicy) -> ParameterValues? {
      switch (policy, variant) {
      case (expert, .gains): WaypointController(task).expertValues
      case (expert, _): CodeController.values(ControllerSource.expert(for: task))
      case (straight, .gains): nil
      case (straight, _): CodeController.values(ControllerSource.straight)
      default: nil
      }
    }

    var dataDigest: ContentDigest { RobotDigests.starts(of: task) }
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import OPTO
import Trace

/// One episode of ten control steps as an OPTO problem.
///
/// The graph is that of the Trace paper's experiment (Cheng, Nie and Swaminathan, 2024, section 5.4
/// and appendix C.5): the start, and for each step the reading of the observation, the controller
/// and the step itself. Feedback is given to the last observation.
struct RobotArmProblem: OptimizationProblem {
  private let settings: RobotEpisode.Settings
  private let controller: any RobotController
  private let seed: Seed
  private let training: [ExampleID]
  private let test: [ExampleID]
  private let scenes: [ExampleID: RobotScene]

  init(_ settings: RobotEpisode.Settings, controller: any RobotController, seed: Seed) {
    self.settings = settings
    self.controller = controller
    self.seed = seed
    let starts = RobotStarts(settings.task, seed: seed)
    let prefix = "seed-\(seed.rawValue)"
    training = [ExampleID(rawValue: "\(prefix)/training-start")]
    test = starts.test.indices.map { ExampleID(rawValue: "\(prefix)/held-out-start-\($0)") }
    scenes = Dictionary(
      uniqueKeysWithValues: zip(training + test, [starts.training] + starts.test))
  }

  var parameters: [ParameterSpecification] { controller.parameters }
  var objective: String { Self.objective(settings.task, controller) }

  static func objective(_ task: RobotTask, _ controller: any RobotController) -> String {
    """
    \(RobotInstruction.text(for: task)) \(RobotInstruction.goal(of: task))

    The observation has these keys:
    \(RobotInstruction.keys(of: task))

    \(controller.request)
    """
  }

  func exampleIDs(in part: DatasetSplit) -> [ExampleID] {
    switch part {
    case .train: training
    case .validation: []
    case .test: test
    }
  }

  func forward(_ id: ExampleID, with parameters: BoundParameters) async throws -> TraceNode {
    let episode = TracedEpisode(try episode(id))
    var seen = try episode.reset(on: parameters.tape)
    while !episode.isOver {
      let action = try await controller.act(on: seen["observation"], with: parameters)
      seen = try episode.step(action)
    }
    return seen
  }

  /// Judges an episode by its recorded actions, which give the same episode again, so that rewards
  /// need no place in the graph.
  func assess(_ output: TraceNode, for id: ExampleID) async throws -> Assessment {
    var episode = try episode(id)
    for action in try TracedEpisode.actions(on: output.tape) { _ = episode.step(action) }
    let feedback = RobotFeedback(episode)
    return Assessment(
      score: feedback.score, feedback: feedback.text,
      outcome: episode.isSolved ? .correct : .incorrect)
  }

  /// Runs an episode and shows it, also one that ends in an exception.
  ///
  /// - Throws: ``ProblemError`` for an unknown start; what keeps the episode from being run.
  func film(_ id: ExampleID, with values: ParameterValues) async throws -> EpisodeFilm {
    guard let scene = scenes[id] else { throw Self.unknown(id) }
    let bound = BoundParameters(values, of: parameters, on: Tape())
    var exception: String?
    do {
      _ = try await forward(id, with: bound)
    } catch let error as ExecutionError {
      exception = error.exception.summary
    }
    return EpisodeFilm(
      settings, scene, actions: try TracedEpisode.actions(on: bound.tape), exception: exception)
  }

  private func episode(_ id: ExampleID) throws -> RobotEpisode {
    guard let scene = scenes[id] else { throw Self.unknown(id) }
    return RobotEpisode(settings, scene, seed: seed.derived(for: id.rawValue))
  }

  private static func unknown(_ id: ExampleID) -> ProblemError {
    ProblemError(.unknownExample, "there is no start of the robot called \(id)")
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import BenchmarkSuites
import CanonicalJSON
import Datasets
import OPTO
package import Training

/// Solutions of single questions with four choices that are revised while they are tested, as
/// TextGrad's paper does and the Trace paper's comparison with it (Yuksekgonul et al., 2024, section
/// 3.2; Cheng, Nie and Swaminathan, 2024, table 2).
///
/// A trial is one question, the one with the number of the trial's seed, and its parameter is the
/// solution. The model solves the question once, and then a critic, which is the same model and does
/// not know the answer, finds fault with it until three revisions are made; the answer that most of
/// the solutions gave is the one that counts.
///
/// The published loop ends as soon as a solution is right, which nobody could know without the
/// answer. The suite `solutions` does not look; `solutions-peek` does as was published.
package struct SolutionSuite: BenchmarkSuite {
  private let peeks: Bool

  /// Creates the suite.
  ///
  /// - Parameter peeks: Whether a trial ends as soon as its solution is right.
  package init(peeks: Bool = false) { self.peeks = peeks }

  package var name: String { peeks ? "solutions-peek" : "solutions" }

  package var summary: String {
    "Solutions of single questions, one for each seed, are revised by a critic's word"
      + (peeks ? " until they are right." : ".")
  }

  package var protocols: [TrainingProtocol] {
    var quick = TrainingProtocol.refinement("quick", steps: 3)
    quick.answerTokens = 400
    quick.proposalTokens = 1024
    return [quick, .refinement("paper", steps: 3)]
  }

  package func tasks(in source: DataSource) -> [BenchmarkTask] {
    guard case .official = source else { return [] }
    return SolutionTask.allCases.map { task in
      BenchmarkTask(
        id: TaskID(suite: name, name: task.rawValue), summary: task.summary,
        isDefault: task != .gpqa)
    }
  }

  /// Reads the questions of a task.
  ///
  /// - Throws: `DataError` when there is no such task, or its file is missing or not the published
  ///   one.
  package func load(_ id: TaskID, from source: DataSource) async throws -> LoadedTask {
    guard id.suite == name, let task = SolutionTask(rawValue: id.name) else {
      throw DataError(
        .unknownTask,
        "There is no task \(id): see 'bench list tasks --suite \(name)'.")
    }
    guard case .official(let directory) = source else {
      throw DataError(
        .unknownTask, "\(id) has published questions alone: add --data official --data-dir DIR.")
    }
    let questions = try await task.questions(from: directory)
    return LoadedTask(
      id: id, dataLabel: questions.label.rawValue, dataDigest: questions.digest.hex,
      workflowDigest: SolutionProblem.digest(peeks: peeks).hex,
      parameters: SolutionProblem.parameters
    ) { [peeks] resources, seed in
      guard seed.rawValue < questions.examples.count else {
        throw ProblemError(
          .unknownExample,
          "\(id) has \(questions.examples.count) questions, the first of which is that of seed 0: "
            + "there is none for seed \(seed.rawValue)")
      }
      return SolutionProblem(
        questions.examples[Int(seed.rawValue)], peeks: peeks, resources: resources)
    }
  }
}

/// A set of questions whose solutions are revised.
private enum SolutionTask: String, Sendable, Hashable, CaseIterable {
  case collegePhysics = "college_physics"
  case machineLearning = "machine_learning"
  case gpqa = "gpqa_diamond"

  var summary: String {
    switch self {
    case .collegePhysics: "revise the solution of a question of college physics"
    case .machineLearning: "revise the solution of a question on machine learning"
    case .gpqa: "revise the solution of a question of science for experts"
    }
  }

  func questions(from directory: String?) async throws -> ExampleSet {
    switch self {
    case .collegePhysics: try await OfficialMMLU.load(.collegePhysics, from: directory)
    case .machineLearning: try await OfficialMMLU.load(.machineLearning, from: directory)
    case .gpqa: try OfficialGPQA.load(from: directory)
    }
  }
}

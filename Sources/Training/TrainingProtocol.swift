// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

public import OPTO

/// How many examples a trial sees of each split, and for how long.
public struct TrainingProtocol: Sendable, Hashable, Codable {
  /// In which order a trial queries, proposes and chooses.
  public enum Course: String, Sendable, Hashable, Codable {
    /// One pass over the training examples; validation chooses among the states that it came by.
    case pass
    /// Many queries of the first training example; the best score on it chooses. The course of
    /// problems that have a single instance to solve and nothing to generalise to.
    case search
    /// Several queries of the first training example, whose answers vote on the state that is tested.
    /// The course of problems whose parameter is the answer to one question.
    case refinement
    /// Batches of training examples whose feedback is given at once, from one state to the next.
    case minibatch
    /// Batches for the states that promise most, by confidence bounds of their training scores.
    case priority
    /// Batches for states that are best on some validation example.
    case pareto
  }

  /// The name on the command line and in records.
  public var name: String
  /// In which order a trial queries, proposes and chooses.
  public var course = Course.pass
  /// How courses with batches take training examples and proposals; nil for the other courses.
  public var batches: BatchSchedule?
  /// Training examples, from the first; nil takes all.
  public var trainCount: Int?
  /// Validation examples, from the first; nil takes all.
  public var validationCount: Int?
  /// Test examples, from the first; nil takes all.
  public var testCount: Int?
  /// The most completion tokens of one call of the task model.
  public var answerTokens: Int
  /// The most completion tokens of one call of the optimizer model.
  public var proposalTokens: Int
  /// Updates after which a trial stops, unless a budget says otherwise.
  public var steps: Int?
  /// Whether the first state and the one after the last update are validated in any case; the
  /// paper's loop validates what its rule of checkpoints comes to.
  public var validatesEnds: Bool
  /// Whether every state that a search or a refinement queried is tested after training.
  ///
  /// Curves of held-out success need it (Cheng, Nie and Swaminathan, 2024, figure 6); nothing is
  /// chosen by it.
  public var testsEachState = false

  /// One pass over 15 training examples, 5 for validation, the rest for the test, as in the paper
  /// (Cheng, Nie and Swaminathan, 2024, appendix C.4).
  public static let paper = TrainingProtocol(
    name: "paper", trainCount: 15, validationCount: 5, testCount: nil, answerTokens: 1024,
    proposalTokens: 4096, steps: nil, validatesEnds: false)

  /// A small run that ends in minutes with a small model on two cores.
  public static let quick = TrainingProtocol(
    name: "quick", trainCount: 5, validationCount: 4, testCount: 20, answerTokens: 160,
    proposalTokens: 640, steps: 2, validatesEnds: true)

  /// The search of a single instance, as the paper searches its arithmetic programs, green times
  /// and controllers (appendices C.2, C.3 and C.5).
  ///
  /// - Parameters:
  ///   - name: The name on the command line and in records.
  ///   - steps: Proposals after which a trial stops.
  ///   - testCount: Test examples on which the first and the best state are scored; nil takes all.
  ///   - testsEachState: Whether every state is tested after training.
  /// - Returns: The protocol.
  public static func search(
    _ name: String, steps: Int, testCount: Int? = nil, testsEachState: Bool = false
  ) -> TrainingProtocol {
    TrainingProtocol(
      name: name, course: .search, trainCount: 1, validationCount: 0, testCount: testCount,
      answerTokens: 1024, proposalTokens: 2048, steps: steps, validatesEnds: false,
      testsEachState: testsEachState)
  }

  /// The refinement of the answer to one question, as TextGrad and the Trace paper's comparison with
  /// it optimize solutions (Yuksekgonul et al., 2024, section 3.2), every state of which is tested.
  ///
  /// - Parameters:
  ///   - name: The name on the command line and in records.
  ///   - steps: Proposals after which a trial stops.
  /// - Returns: The protocol.
  public static func refinement(_ name: String, steps: Int) -> TrainingProtocol {
    TrainingProtocol(
      name: name, course: .refinement, trainCount: 1, validationCount: 0, testCount: 1,
      answerTokens: 1024, proposalTokens: 4096, steps: steps, validatesEnds: false,
      testsEachState: true)
  }

  /// The most examples of a split that are used; nil takes all.
  public func count(of split: DatasetSplit) -> Int? {
    switch split {
    case .train: trainCount
    case .validation: validationCount
    case .test: testCount
    }
  }

  /// The examples of a split that this protocol uses; all where there are fewer than it asks for.
  ///
  /// Validation and test examples are the first ones in file order, the same for every trial. So
  /// are the training examples of seed 0, as published; other seeds draw training examples and
  /// their order from the whole training split, so that trials of an optimizer that learns from
  /// them are replicates and not copies of each other.
  ///
  /// - Complexity: O(*n*) in the number of examples.
  public func examples(
    of problem: any OptimizationProblem, in split: DatasetSplit, seed: Seed
  ) -> [ExampleID] {
    let all = problem.exampleIDs(in: split)
    let count = count(of: split) ?? all.count
    guard split == .train, seed.rawValue != 0 else { return Array(all.prefix(count)) }
    var generator = seed.derived(for: "training order").makeGenerator()
    return Array(generator.shuffled(all).prefix(count))
  }
}

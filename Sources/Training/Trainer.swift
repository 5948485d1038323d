// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

public import OPTO

/// Runs one trial: trains, selects among the states that it came by, tests once.
///
/// The protocol says in which course a trial trains; every course ends with one test of the initial
/// and one of the selected state.
public struct Trainer: Sendable {
  let oracle: TraceOracle
  var optimizer: any Optimizer
  let schedule: TrainingProtocol
  let seed: Seed
  private let budget: Budget
  let counter: UsageCounter
  private let concurrency: Int
  let record: @Sendable (TrialEvent) async throws -> Void

  var usage = Usage()
  private var nextSequence = 0
  var checkpoints: [Checkpoint] = []
  /// Scores of examples that are not for the test, so that no state is run twice on one of them.
  var knownScores = KnownScores()
  /// Training examples in the order in which they were queried last.
  var queried: [ExampleID] = []
  /// The states that a search or a refinement queried, in the order of their first query.
  var searched: [ParameterValues] = []
  /// How many proposals that had to prove themselves led to a state.
  var proofs: [ParameterValues: Int] = [:]

  /// A state and how good it is by the measure that chooses among states.
  struct Checkpoint {
    let values: ParameterValues
    let score: Double
    /// How many proposals on the way to it had to prove themselves; decides between equal scores.
    var proofs = 0
  }

  /// Creates a trainer for one trial.
  ///
  /// - Parameters:
  ///   - problem: What is optimized.
  ///   - optimizer: Who proposes; used by this trial alone.
  ///   - schedule: How many examples are used, and for how long.
  ///   - seed: Draws the training examples.
  ///   - limits: What may be spent at most, what counts the models' part of it, and how many
  ///     evaluations of one state may run at once, at least 1.
  ///   - record: Keeps an event; the trial waits for it and ends when it throws.
  public init(
    problem: any OptimizationProblem, optimizer: any Optimizer, schedule: TrainingProtocol,
    seed: Seed, limits: (budget: Budget, counter: UsageCounter, concurrency: Int),
    record: @escaping @Sendable (TrialEvent) async throws -> Void
  ) {
    oracle = TraceOracle(problem)
    self.optimizer = optimizer
    self.schedule = schedule
    self.seed = seed
    budget = limits.budget
    counter = limits.counter
    concurrency = max(1, limits.concurrency)
    self.record = record
  }

  /// Runs the trial to its stop reason.
  ///
  /// - Throws: ``TrialFailure`` when an evaluation or a proposal could not be made, what `record`
  ///   throws, and `CancellationError`.
  public mutating func run() async throws -> TrialOutcome {
    let initial = ParameterValues(initialOf: oracle.problem.parameters)
    var values = initial
    let stopReason = try await train(&values)
    // What was refused from outside is no result of this trial.
    if counter.isHalted { throw TrialFailure(message: "the trial was stopped from outside") }
    let selected = best?.values ?? initial
    _ = try await evaluate(initial, split: .test, phase: .initial)
    if selected != initial {
      _ = try await evaluate(selected, split: .test, phase: .selected)
    }
    if schedule.testsEachState {
      for state in searched where state != initial && state != selected {
        _ = try await evaluate(state, split: .test, phase: .checkpoint)
      }
    }
    counter.fill(&usage)
    return TrialOutcome(
      stopReason: stopReason, initial: initial, selected: selected, final: values, usage: usage)
  }

  /// Trains in the protocol's course, to its end or to the first call that the budget refuses.
  private mutating func train(_ values: inout ParameterValues) async throws -> StopReason {
    do {
      switch schedule.course {
      case .pass: return try await pass(&values)
      case .search: return try await search(&values)
      case .refinement: return try await refine(&values)
      case .minibatch: return try await minibatches(&values)
      case .priority: return try await prioritySearch(&values)
      case .pareto: return try await paretoSearch(&values)
      }
    } catch is BudgetRefusal {
      return .budgetExhausted
    }
  }

  /// Whether another step may be made.
  var mayContinue: Bool {
    let steps = budget.steps ?? schedule.steps
    return mayEvaluate && (steps.map { usage.steps < $0 } ?? true)
  }

  /// Whether a step that was begun may spend more.
  var mayEvaluate: Bool {
    var usage = usage
    counter.fill(&usage)
    var budget = budget
    budget.steps = nil
    return counter.refusal == nil && budget.allows(usage)
  }

  /// The best checkpoint; of equal ones that whose proposals proved themselves most often, and of
  /// these the earlier one.
  var best: Checkpoint? {
    checkpoints.reduce(nil as Checkpoint?) { best, next in
      guard let best else { return next }
      return (next.score, next.proofs) > (best.score, best.proofs) ? next : best
    }
  }

  /// Runs a training example and carries its feedback back.
  mutating func query(
    _ example: ExampleID, with values: ParameterValues
  ) async throws -> (Evaluation, TrainingSignal) {
    let (evaluations, signal) = try await query([example], with: values)
    return (evaluations[0], signal)
  }

  /// Runs training examples, at least one, in their order and carries their feedback back at once.
  mutating func query(
    _ examples: [ExampleID], with values: ParameterValues, phase: EvaluationEvent.Phase = .training
  ) async throws -> ([Evaluation], TrainingSignal) {
    var batch = BatchQuery(oracle.problem, values: values)
    var evaluations: [Evaluation] = []
    for example in examples {
      if !evaluations.isEmpty, !mayEvaluate { throw BudgetRefusal() }
      let place = makePlace(values, split: .train, phase: phase)
      do {
        evaluations.append(
          try await TrialScope.$current.withValue(place.scope) { try await batch.run(example) })
      } catch {
        throw try await failure(error, at: place, example)
      }
      try await record(.evaluated(place, evaluations[evaluations.count - 1]))
      knownScores.note(evaluations[evaluations.count - 1], of: values)
      if phase == .training {
        queried.removeAll { $0 == example }
        queried.append(example)
      }
    }
    do {
      return (evaluations, try batch.signal())
    } catch {
      let names = examples.map(\.rawValue).joined(separator: ", ")
      throw TrialFailure(message: "the feedback on \(names) reaches no parameter: \(error)")
    }
  }

  private mutating func makePlace(
    _ values: ParameterValues, split: DatasetSplit, phase: EvaluationEvent.Phase
  ) -> EvaluationEvent {
    defer {
      nextSequence += 1
      usage.evaluations += 1
    }
    return EvaluationEvent(
      sequence: nextSequence, step: usage.steps, split: split, phase: phase, values: values)
  }

  private func failure(
    _ error: any Error, at place: EvaluationEvent, _ example: ExampleID
  ) async throws -> any Error {
    // A failed sibling cancels the others of its group: those are no failures of their own.
    if error is CancellationError || Task.isCancelled { return CancellationError() }
    if counter.refusal != nil, place.scope.isBudgeted { return BudgetRefusal() }
    let message = String(describing: error)
    if counter.isHalted { return TrialFailure(message: message) }
    try await record(.evaluationFailed(place, example, message: message))
    return TrialFailure(
      message: "example \(example) could not be evaluated: \(message)", cause: message)
  }

  /// Scores a state on all examples of a split, several at once; scores come in example order.
  mutating func evaluate(
    _ values: ParameterValues, split: DatasetSplit, phase: EvaluationEvent.Phase
  ) async throws -> [Double] {
    let examples = schedule.examples(of: oracle.problem, in: split, seed: seed)
    return try await evaluate(values, on: examples, of: split, phase: phase)
  }

  /// Scores a state on some examples, several at once; scores come in the order of the examples.
  mutating func evaluate(
    _ values: ParameterValues, on examples: [ExampleID], of split: DatasetSplit,
    phase: EvaluationEvent.Phase
  ) async throws -> [Double] {
    let places = examples.map { _ in makePlace(values, split: split, phase: phase) }
    let trainer = self
    return try await withThrowingTaskGroup(of: (Int, Double).self) { group in
      var scores = [Double](repeating: 0, count: examples.count)
      var started = 0
      func startNext() {
        guard started < examples.count else { return }
        let index = started
        started += 1
        group.addTask {
          (index, try await trainer.score(examples[index], at: places[index]))
        }
      }
      for _ in 0..<concurrency { startNext() }
      while let (index, score) = try await group.next() {
        scores[index] = score
        startNext()
      }
      return scores
    }
  }

  private func score(_ example: ExampleID, at place: EvaluationEvent) async throws -> Double {
    let evaluation: Evaluation
    do {
      evaluation = try await TrialScope.$current.withValue(place.scope) {
        try await oracle.evaluate(example, with: place.values)
      }
    } catch {
      throw try await failure(error, at: place, example)
    }
    try await record(.evaluated(place, evaluation))
    return evaluation.assessment.score
  }
}

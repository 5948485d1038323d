// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchmarkSuites
import CodeExecution
import LanguageModels
import OPTO
import Optimizers
import Training

/// What one evaluation and one update of a trial ask of models, measured on the initial state with a
/// model that costs nothing and says nothing of use.
///
/// The update is that of a whole batch, because optimizers that carry feedback back with a model ask
/// about each of its examples.
struct Rehearsal: Sendable, Hashable {
  /// Calls of a model and the tokens of their requests, estimated from the lengths of the texts.
  struct Demand: Sendable, Hashable {
    var calls = 0
    var promptTokens = 0
    /// Tokens of the longest request.
    var longestRequest = 0

    init() {}

    init(_ requests: [ModelRequest]) {
      calls = requests.count
      let tokens = requests.map { TokenUsage(estimatedFor: $0, answer: "").promptTokens }
      promptTokens = tokens.reduce(0, +)
      longestRequest = tokens.max() ?? 0
    }

    /// Takes over what another demand has more of.
    mutating func enlarge(to other: Demand) {
      calls = max(calls, other.calls)
      promptTokens = max(promptTokens, other.promptTokens)
      longestRequest = max(longestRequest, other.longestRequest)
    }
  }

  /// What one evaluation asks of the task model; of several examples, that which asks most.
  var evaluation = Demand()
  /// What one update asks of the optimizer model.
  var step = Demand()

  /// What trying the proposals of one update costs.
  var tryout = TryoutDemand()

  /// Nothing, as for trials that ask no model.
  init() {}

  /// Rehearses the evaluations of the first batch, or of the first example where the protocol has no
  /// batches, and the update that follows.
  ///
  /// - Throws: what the suite or the sandbox throws.
  init(of trial: PlannedTrial, in sandbox: PythonSandbox) async throws {
    guard !trial.askedModels.isEmpty else { return }
    let (schedule, seed) = (trial.specification.schedule, trial.specification.seed)
    let taskModel = ScriptedLanguageModel { (_, _) throws(LanguageModelError) in "0" }
    let resources = SuiteResources(
      model: taskModel, sandbox: sandbox, answerTokens: schedule.answerTokens)
    let problem = try trial.task.pose(resources, seed)
    let batches = [DatasetSplit.train, .test].lazy.map { split in
      let examples = schedule.examples(of: problem, in: split, seed: seed)
      return examples.prefix(schedule.batches?.size ?? 1)
    }
    guard let batch = batches.first(where: { !$0.isEmpty }) else { return }
    var query = BatchQuery(problem, values: ParameterValues(initialOf: problem.parameters))
    for example in batch {
      let requestsBefore = taskModel.requests.count
      _ = try await query.run(example)
      evaluation.enlarge(to: Demand(Array(taskModel.requests.dropFirst(requestsBefore))))
    }
    let signal = try query.signal()
    let optimizerModel = ScriptedLanguageModel { (_, _) throws(LanguageModelError) in
      #"{"reasoning": "", "answer": "", "suggestion": {}}"#
    }
    var optimizer = trial.optimizer.make(
      OptimizerContext(
        parameters: problem.parameters, objective: problem.objective, model: optimizerModel,
        seed: seed, proposalTokens: schedule.proposalTokens), groups: problem.parameterGroups)
    var proposals = 1
    do {
      proposals = try await optimizer.candidates(from: signal).count
    } catch is LanguageModelError {
      // The request was made, and that is what is measured.
    }
    step = Demand(optimizerModel.requests)
    tryout = TryoutDemand(optimizer.rule, proposals: proposals, schedule: schedule)
  }
}

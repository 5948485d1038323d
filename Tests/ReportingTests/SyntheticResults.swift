// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import TrialRecords

/// Stored rows made by hand, with test outcomes written as `1` for correct, `0` for incorrect, `x`
/// for an exception and `?` for an unreadable answer.
struct SyntheticResults {
  var results = StoredResults()
  var suite = "bbh"
  var dataLabel = "generated"
  var protocolName = "quick"
  var dataName = "data"
  var protocolSettings = #"{"budget":{"steps":null},"protocol":{"steps":2,"test":10}}"#

  init() {
    results.runs = [
      RunRecord(
        id: "run-1", createdAt: "2026-01-02T03:04:05Z",
        commandLine: "bench --suite bbh --task object_counting,word_sorting", plan: "{}",
        planDigest: ContentDigest(of: "plan"), benchVersion: "0.1.0",
        machine: #"{"system":"Linux","processors":2}"#, finishedAt: "2026-01-02T03:14:05Z")
    ]
  }

  /// Adds a trial and its rows; without `selected` its selected state is the initial one.
  mutating func add(
    _ task: String, _ optimizer: String, seed: Int = 0, state: TrialRecord.State = .complete,
    initial: String = "", selected: String? = nil, settings: String = "{}"
  ) {
    var trial = TrialRecord(
      id: ContentDigest(of: "\(suite) \(dataLabel) \(task) \(optimizer) \(settings) \(seed)"),
      runID: "run-1", suite: suite, task: task, dataLabel: dataLabel,
      dataDigest: ContentDigest(of: "\(dataName) of \(task)"), optimizer: optimizer,
      optimizerSettings: settings, model: "local/small", optimizerModel: "local/small",
      protocolName: protocolName, protocolSettings: protocolSettings, seed: seed)
    trial.state = state
    let begin = ContentDigest(of: "initial state of \(task)")
    let end =
      selected == nil ? begin : ContentDigest(of: "state of \(task) by \(optimizer) \(seed)")
    if state == .complete {
      trial.initialStateDigest = begin
      trial.selectedStateDigest = end
    }
    if state == .failed { trial.error = "the model gave no answer" }
    results.trials.append(trial)
    add(initial, .initial, begin, to: trial)
    if let selected { add(selected, .selected, end, to: trial) }
  }

  /// Adds what the last trial spent.
  mutating func spend(
    steps: [StepRecord.Outcome: Int] = [:], taskCalls: Int, optimizerCalls: Int = 0,
    cacheHits: Int = 0, tokens: (prompt: Int, completion: Int)
  ) {
    guard let trial = results.trials.last else { return }
    for outcome in StepRecord.Outcome.allCases {
      guard let count = steps[outcome] else { continue }
      results.stepCounts.append(StepCount(trialID: trial.id, outcome: outcome, count: count))
    }
    for (role, calls) in [(ModelCallRecord.Role.task, taskCalls), (.optimizer, optimizerCalls)] {
      var total = ModelCallTotal(trialID: trial.id, role: role)
      total.calls = calls
      if role == .task {
        total.cacheHits = cacheHits
        total.promptTokens = tokens.prompt
        total.completionTokens = tokens.completion
      }
      results.callTotals.append(total)
    }
  }

  /// Adds a validation of the last trial's selected state.
  mutating func validate(_ outcomes: String) {
    guard let trial = results.trials.last, let state = trial.selectedStateDigest else { return }
    add(outcomes, .checkpoint, state, to: trial, split: .validation)
  }

  private mutating func add(
    _ outcomes: String, _ phase: EvaluationRecord.Phase, _ state: ContentDigest,
    to trial: TrialRecord, split: EvaluationRecord.Split = .test
  ) {
    for (index, letter) in outcomes.enumerated() {
      let outcome = Self.outcome(letter)
      results.outcomes.append(
        EvaluationOutcome(
          trialID: trial.id, split: split, phase: phase, exampleID: "example-\(index)",
          stateDigest: state, outcome: outcome,
          score: outcome == .modelError ? nil : outcome == .correct ? 1 : 0))
    }
  }

  private static func outcome(_ letter: Character) -> EvaluationRecord.Outcome {
    switch letter {
    case "1": .correct
    case "x": .exception
    case "?": .invalidAnswer
    case "!": .modelError
    default: .incorrect
    }
  }

  /// Adds a complete search of one instance; nil stands for a score of minus infinity.
  ///
  /// The state of the best score is tested, and `hit` is the place of the query that reached the
  /// target.
  mutating func search(
    _ task: String, _ optimizer: String, seed: Int, scores: [Double?], hit: Int? = nil
  ) {
    add(task, optimizer, seed: seed, initial: "")
    guard var trial = results.trials.popLast() else { return }
    let states = scores.indices.map { ContentDigest(of: "\(task) \(optimizer) \(seed) \($0)") }
    let values = scores.map { $0 ?? -.infinity }
    let best = values.indices.reduce(0) { values[$1] > values[$0] ? $1 : $0 }
    trial.initialStateDigest = states[0]
    trial.selectedStateDigest = states[best]
    results.trials.append(trial)
    for index in values.indices {
      append(.train, .training, states[index], values[index], (index, index, index == hit))
    }
    append(.test, .initial, states[0], values[0], (values.count, values.count - 1, false))
    guard best > 0 else { return }
    append(
      .test, .selected, states[best], values[best], (values.count + 1, values.count - 1, false))
  }

  /// Says why the last trial stopped.
  mutating func stop(_ reason: String) {
    results.trials[results.trials.count - 1].stopReason = reason
  }

  /// Tests a state of the last search, or the selected one, on examples that it was not trained on.
  mutating func holdOut(_ outcomes: [Bool], state digest: ContentDigest? = nil) {
    guard let trial = results.trials.last, let state = digest ?? trial.selectedStateDigest
    else { return }
    let phase: EvaluationRecord.Phase = digest == nil ? .selected : .checkpoint
    for (index, isRight) in outcomes.enumerated() {
      results.outcomes.append(
        EvaluationOutcome(
          trialID: trial.id, split: .test, phase: phase, exampleID: "held-\(index)",
          stateDigest: state, outcome: isRight ? .correct : .incorrect, score: isRight ? 1 : 0,
          sequence: 1000 + index, step: 9))
    }
  }

  private mutating func append(
    _ split: EvaluationRecord.Split, _ phase: EvaluationRecord.Phase, _ state: ContentDigest,
    _ score: Double, _ place: (sequence: Int, step: Int, isHit: Bool)
  ) {
    guard let trial = results.trials.last else { return }
    let outcome: EvaluationRecord.Outcome =
      place.isHit ? .correct : score.isFinite ? .incorrect : .exception
    results.outcomes.append(
      EvaluationOutcome(
        trialID: trial.id, split: split, phase: phase, exampleID: "instance-\(trial.seed)",
        stateDigest: state, outcome: outcome, score: score, sequence: place.sequence,
        step: place.step))
  }

  /// Two tasks and three optimizers with one seed; a failed and an unfinished trial among them.
  static func oneSeed() -> SyntheticResults {
    var made = SyntheticResults()
    made.add("object_counting", "noop", initial: "1111000000")
    made.validate("1100")
    made.spend(steps: [.noChange: 2], taskCalls: 21, tokens: (2100, 630))
    made.add("object_counting", "optoprime", initial: "1111000000", selected: "1110111110")
    made.validate("1110")
    made.spend(
      steps: [.updated: 1, .invalidAnswer: 1], taskCalls: 34, optimizerCalls: 2, cacheHits: 14,
      tokens: (3400, 1020))
    made.add("object_counting", "random", state: .failed)
    made.spend(taskCalls: 3, tokens: (300, 90))
    made.add("word_sorting", "noop", initial: "100000000?")
    made.validate("0000")
    made.spend(steps: [.noChange: 2], taskCalls: 21, tokens: (2100, 1630))
    made.add("word_sorting", "optoprime", initial: "100000000?", selected: "101000000x")
    made.validate("1000")
    made.spend(
      steps: [.updated: 1, .rejected: 1], taskCalls: 34, optimizerCalls: 2,
      tokens: (3400, 1_002_345))
    made.add("word_sorting", "random", state: .running)
    return made
  }

  /// One task and two optimizers with three seeds, on official data.
  static func threeSeeds() -> SyntheticResults {
    var made = SyntheticResults()
    made.dataLabel = "official"
    for (seed, selected) in ["11111111110000", "11111011111000", "11111110111101"].enumerated() {
      made.add("navigate", "noop", seed: seed, initial: "11000000000000")
      made.spend(taskCalls: 20, tokens: (200, 20))
      made.add("navigate", "optoprime", seed: seed, initial: "11000000000000", selected: selected)
      made.spend(steps: [.updated: 2], taskCalls: 34, optimizerCalls: 2, tokens: (500, 50))
    }
    made.add("navigate", "optoprime", seed: 3, state: .failed)
    return made
  }

  /// One task and two optimizers with eight seeds, enough for a mark.
  static func manySeeds() -> SyntheticResults {
    var made = SyntheticResults()
    let ends = ["11111111110000", "11111011111000", "11111110111101"]
    for seed in 0..<8 {
      made.add("navigate", "noop", seed: seed, initial: "11000000000000")
      made.add(
        "navigate", "optoprime", seed: seed, initial: "11000000000000", selected: ends[seed % 3])
    }
    return made
  }

  /// The settings of a search of a cost.
  static func searchSettings(hasTarget: Bool, workflow: String = "aaa") -> String {
    #"{"budget":{},"measure":{"has_target":\#(hasTarget),"is_cost":true,"name":"error"},"#
      + #""protocol":{"course":"search","name":"quick"},"workflow":"\#(workflow)"}"#
  }

  /// Two tasks with a target and one without, searched by two optimizers with three seeds.
  static func searches() -> SyntheticResults {
    var made = SyntheticResults()
    made.suite = "numerical"
    made.dataLabel = "official"
    let tasks: [(name: String, hasTarget: Bool)] = [
      ("booth", true), ("matyas", true), ("signals", false),
    ]
    for (number, task) in tasks.enumerated() {
      made.protocolSettings = searchSettings(hasTarget: task.hasTarget, workflow: "w\(number)")
      for seed in 0..<3 {
        let first = Double(-8 - seed)
        made.search(task.name, "noop", seed: seed, scores: [first, first, first])
        let hit = number == 0 && seed == 1 ? 2 : nil
        let last: Double? = number == 1 && seed == 2 ? nil : Double(-seed)
        made.search(task.name, "random", seed: seed, scores: [first, nil, last], hit: hit)
        made.spend(steps: [.updated: 2], taskCalls: 0, tokens: (0, 0))
      }
    }
    return made
  }
}

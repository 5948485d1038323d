// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchmarkSuites
import CanonicalJSON
import OPTO
import Testing
import Training
import TrialRecords

@testable import Runner

struct RunProgressTests {
  private func trial(_ seed: UInt64) -> TrialSpecification {
    TrialSpecification(
      task: TaskID(suite: "counting", name: "nine"), optimizer: "noop", seed: Seed(rawValue: seed),
      models: .scripted, schedule: .quick)
  }

  private func evaluated(_ seed: UInt64) -> RunEvent {
    .evaluated(
      trial(seed),
      EvaluationRecord(
        trialID: ContentDigest(of: "trial"), sequence: 0, step: 0, split: .test, phase: .initial,
        exampleID: "0", stateDigest: ContentDigest(of: ""), outcome: .correct, score: 1))
  }

  @Test func theRestIsEstimatedFromEvaluationsAndNotFromWholeTrials() {
    var progress = RunProgress()
    progress.update(with: .planned(trials: 4, complete: 0))
    for _ in 0..<10 { progress.update(with: evaluated(0)) }
    #expect(progress.secondsLeft(after: 20) == nil)
    progress.update(with: .trialCompleted(trial(0)))
    #expect(progress.secondsLeft(after: 20) == 60)
    // Nine of the next ten are done at two seconds each.
    for _ in 0..<9 { progress.update(with: evaluated(1)) }
    #expect(progress.secondsLeft(after: 38) == 42)
    // A trial that another process has, or that failed early, says nothing of how long one is.
    progress.update(with: .trialTaken(trial(2)))
    progress.update(with: evaluated(3))
    progress.update(with: .trialFailed(trial(3), message: "the server is gone"))
    #expect(progress.secondsLeft(after: 40) == 2)
    for _ in 0..<5 { progress.update(with: evaluated(1)) }
    #expect(progress.secondsLeft(after: 50) == nil)
    progress.update(with: .trialCompleted(trial(1)))
    #expect(progress.ended == 4 && progress.tested == 25 && progress.correct == 25)
    #expect(progress.secondsLeft(after: 50) == nil)
  }

  @Test func aTrialThatIsLongerThanOthersTakesNothingFromThoseToCome() {
    var progress = RunProgress()
    progress.update(with: .planned(trials: 3, complete: 0))
    for _ in 0..<10 { progress.update(with: evaluated(0)) }
    progress.update(with: .trialCompleted(trial(0)))
    for _ in 0..<30 { progress.update(with: evaluated(1)) }
    #expect(progress.secondsLeft(after: 40) == 10)
  }
}

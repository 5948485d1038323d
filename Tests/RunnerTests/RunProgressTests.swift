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
    progress.update(with: .planned(trials: 3, complete: 0))
    for _ in 0..<10 { progress.update(with: evaluated(0)) }
    #expect(progress.secondsLeft(after: 20) == nil)
    progress.update(with: .trialCompleted(trial(0)))
    #expect(progress.secondsLeft(after: 20) == 40)
    // Nine of the last twenty are done: eleven are left at two seconds each.
    for _ in 0..<9 { progress.update(with: evaluated(1)) }
    #expect(progress.secondsLeft(after: 38) == 22)
    // A trial that another process has says nothing of how many there are in one.
    progress.update(with: .trialTaken(trial(2)))
    #expect(progress.secondsLeft(after: 38) == 2)
    for _ in 0..<5 { progress.update(with: evaluated(1)) }
    #expect(progress.secondsLeft(after: 48) == nil)
    progress.update(with: .trialCompleted(trial(1)))
    #expect(progress.ended == 3 && progress.tested == 24 && progress.correct == 24)
    #expect(progress.secondsLeft(after: 48) == nil)
  }
}

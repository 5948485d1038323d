// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import Runner
import Testing
import TrialRecords

struct GSM8KRunTests {
  @Test func theInstructionIsTunedAndTheWholeResponseIsKept() async throws {
    let folder = try TemporaryFolder()
    let path = folder.file("store.sqlite")
    let request = PlanRequest(
      suite: "gsm8k", optimizers: ["noop", "optoprime"], models: [.scripted])
    let plan = try request.plan(jobs: 2)
    #expect(plan.groups.map(\.tasks) == [["word_problems"]])
    let summary = try await ScriptedWorld().run(plan, storeAt: path, runID: "r")
    #expect(summary.isComplete, "\(summary.failures)")

    let store = try TrialStore(path: path, access: .reading)
    defer { try? store.close() }
    let trials = try await store.trials()
    #expect(trials.map(\.optimizer) == ["noop", "optoprime"])
    #expect(trials.map(\.dataLabel) == ["generated", "generated"])
    let optoprime = try #require(trials.last)
    let evaluations = try await store.evaluations(of: optoprime.id)
    #expect(evaluations.allSatisfy { $0.answer.hasPrefix("Let me see. Answer: ") })
    #expect(
      evaluations.allSatisfy { $0.exampleID.hasPrefix("word_problems/generated-2406/") })
    let updates = try await store.steps(of: optoprime.id).filter { $0.outcome == .updated }
    #expect(!updates.isEmpty)
    #expect(updates.allSatisfy { $0.proposal.contains("\"instruction\"") })
  }
}

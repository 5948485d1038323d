// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Runner
import Testing
import TrialRecords

struct PlanShardTests {
  private static func shard(_ text: String, _ environment: [String: String] = [:]) -> String {
    do throws(PlanError) {
      return try PlanShard(parsing: text, environment: environment).description
    } catch {
      return error.message
    }
  }

  @Test(arguments: [1, 2, 3, 7, 100])
  func everyTrialIsInExactlyOnePartAndSharersOfAnswersStayTogether(count: Int) async throws {
    var request = PlanRequest(
      tasks: ["navigate", "word_sorting", "object_counting"],
      optimizers: ["noop", "random", "optoprime"], models: [.scripted])
    request.seeds = [0, 1, 2]
    let all = try await TrialPlanner(try request.plan()).trials(inRun: "run")
    var parts: [[PlannedTrial]] = []
    for index in 1...count { parts.append(try PlanShard(index, of: count).trials(of: all)) }
    #expect(parts.flatMap { $0 }.map(\.record.id.hex).sorted() == all.map(\.record.id.hex).sorted())
    for part in parts {
      let keys = Set(part.map { "\($0.specification.task) \($0.specification.seed)" })
      #expect(part.count == 3 * keys.count)
    }
    let sizes = parts.map(\.count)
    #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) <= 3)
  }

  @Test func aPartIsReadFromTextAndFromTheVariablesOfSlurmAndKubernetes() {
    #expect(Self.shard("2/8") == "2/8")
    let slurm = ["SLURM_ARRAY_TASK_ID": "5", "SLURM_ARRAY_TASK_COUNT": "4"]
    let from2 = slurm.merging(["SLURM_ARRAY_TASK_MIN": "2"]) { $1 }
    #expect(Self.shard("auto", from2) == "4/4")
    let byTwo = slurm.merging(["SLURM_ARRAY_TASK_MIN": "1", "SLURM_ARRAY_TASK_STEP": "2"]) { $1 }
    #expect(Self.shard("auto", byTwo) == "3/4")
    #expect(Self.shard("auto/8", slurm) == "5/8")
    #expect(Self.shard("auto/8", ["JOB_COMPLETION_INDEX": "0"]) == "1/8")
    #expect(Self.shard("auto/8", ["JOB_COMPLETION_INDEX": "7"]) == "8/8")
  }

  @Test(arguments: ["0/8", "9/8", "1/0", "-1/4"])
  func aPartThatThereIsNotIsRefused(text: String) {
    #expect(Self.shard(text).hasPrefix("--shard \(text) names no part"))
  }

  @Test(arguments: ["", "3", "1/2/3", "a/b", "1/x", "auto/x", "/"])
  func aTextThatIsNoPartIsRefused(text: String) {
    #expect(
      Self.shard(text) == "--shard takes a part such as 2/8, 'auto' or 'auto/8', not '\(text)'")
  }

  @Test func missingOrGappyVariablesAreRefusedAndNotGuessed() {
    #expect(Self.shard("auto").contains("SLURM_ARRAY_TASK_ID"))
    #expect(Self.shard("auto", ["JOB_COMPLETION_INDEX": "1"]).contains("auto/8"))
    #expect(Self.shard("auto/3").contains("JOB_COMPLETION_INDEX"))
    let gappy = [
      "SLURM_ARRAY_TASK_ID": "7", "SLURM_ARRAY_TASK_COUNT": "3", "SLURM_ARRAY_TASK_MIN": "1",
    ]
    #expect(Self.shard("auto", gappy).contains("gaps"))
    for count in ["-1", "0", "9223372036854775807"] {
      let wrong = ["SLURM_ARRAY_TASK_ID": "1", "SLURM_ARRAY_TASK_COUNT": count]
      #expect(Self.shard("auto", wrong).contains("SLURM_ARRAY_TASK_COUNT"))
    }
    let last = ["JOB_COMPLETION_INDEX": "9223372036854775807"]
    #expect(Self.shard("auto/8", last).contains("JOB_COMPLETION_INDEX"))
    // A task that is sent again alone has another number of parts, but the part that it names.
    #expect(Self.shard("auto/8", ["SLURM_ARRAY_TASK_ID": "9"]).contains("names no part"))
  }

  @Test(arguments: TrialSelection.Retry.allCases, TrialRecord.State.allCases)
  func whatIsRetried(retry: TrialSelection.Retry, state: TrialRecord.State) {
    let takes = TrialSelection(retry: retry).takes(state)
    let expected: Set<TrialRecord.State> =
      switch retry {
      case .all: [.waiting, .running, .failed, .stopped]
      case .failed: [.failed]
      case .none: [.waiting, .running, .stopped]
      }
    #expect(takes == expected.contains(state))
  }
}

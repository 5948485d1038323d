// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import BenchmarkSuites
import CanonicalJSON
import Foundation
import Runner
import Testing
import TrialRecords

struct UserFileRunTests {
  @Test func theUsersItemsAreRunAndLabelled() async throws {
    let folder = try TemporaryFolder()
    let file = folder.file("my.jsonl")
    let lines = (0..<24).map { "{\"input\": \"How much is \($0)?\", \"target\": \"\($0 % 6)\"}\n" }
    try Data(lines.joined().utf8).write(to: URL(fileURLWithPath: file))
    let plan = try PlanRequest(
      suite: "file:\(file)#number", optimizers: ["noop"], models: [.scripted]
    ).plan()
    #expect(plan.groups.map(\.data) == [.user])
    #expect(plan.jsonValue["groups"]?.arrayValue?.first?["data"] == "user")
    let path = folder.file("store.sqlite")
    let summary = try await ScriptedWorld().run(plan, storeAt: path, runID: "r")
    #expect(summary.isComplete, "\(summary.failures)")
    let store = try TrialStore(path: path, access: .reading)
    defer { try? store.close() }
    let trial = try #require(try await store.trials().first)
    #expect(trial.dataLabel == "user")
    #expect(trial.task == "my")
    let evaluations = try await store.evaluations(of: trial.id)
    #expect(evaluations.filter { $0.split == .test }.map(\.exampleID).first == "line-21")
  }

  @Test func officialDataDoNotGoWithAFile() throws {
    var request = PlanRequest(suite: "file:x.jsonl", models: [.scripted])
    request.data = .official(directory: nil)
    let error = #expect(throws: PlanError.self) { try request.plan() }
    #expect(error?.message.contains("--data official") == true)
  }
}

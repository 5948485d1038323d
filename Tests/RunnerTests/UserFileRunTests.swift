// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import BenchmarkSuites
import CanonicalJSON
import CodeExecution
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

  @Test func aTaskWithFewerExamplesThanAskedForSaysSoOnceForEachTrial() async throws {
    let folder = try TemporaryFolder()
    let file = folder.file("my.jsonl")
    let lines = (0..<24).map { "{\"input\": \"How much is \($0)?\", \"target\": \"\($0 % 6)\"}\n" }
    try Data(lines.joined().utf8).write(to: URL(fileURLWithPath: file))
    var request = PlanRequest(
      suite: "file:\(file)#number", optimizers: ["noop"], models: [.scripted])
    request.seeds = [0, 1]
    request.protocols = ["quick:train=15+test=6"]
    let plan = try request.plan()
    let events = EventLog<String>()
    let summary = try await ScriptedWorld().run(
      plan, storeAt: folder.file("store"), runID: "r"
    ) { event in
      if case .shortOfExamples(_, let shortage) = event { events.append("\(shortage)") }
    }
    #expect(summary.isComplete)
    let sentence = "file:\(file)#number:my has 4 test examples, fewer than test=6"
    #expect(events.values == [sentence, sentence])
    let forecast = try await PlanForecast(of: plan, selection: TrialSelection(), store: nil) {
      try await PythonSandbox.start()
    }
    #expect(forecast.shortages.map(\.description) == [sentence])
  }

  @Test func officialDataDoNotGoWithAFile() throws {
    var request = PlanRequest(suite: "file:x.jsonl", models: [.scripted])
    request.data = .official(directory: nil)
    let error = #expect(throws: PlanError.self) { try request.plan() }
    #expect(error?.message.contains("--data official") == true)
  }
}

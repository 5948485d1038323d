// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import Foundation
import LoopbackServer
import Testing
import TrialRecords

struct ReplayCommandTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func bench(_ arguments: [String]) throws -> BenchProcess.Result {
    try BenchProcess.run(arguments, in: folder.path)
  }

  /// A small plan on whatever model.
  private func plan(_ model: [String], store: String) -> [String] {
    [
      "--task", "object_counting", "--optimizer", "noop,optoprime", "--budget", "steps=1",
      "--store", store, "--quiet", "--format", "csv",
    ] + model
  }

  @Test func aRunIsReplayedFromItsStoreAfterTheServerIsGone() async throws {
    let service = try ModelService()
    let model = ["--base-url", service.url, "--model", "m"]
    let run = try bench(plan(model, store: "recorded.sqlite"))
    #expect(run.exitCode == 0, "\(run.errors)")
    #expect(service.questions > 20)
    let accepted = service.server.acceptedConnections
    service.server.stop()

    let replay = try bench(
      plan(model, store: "replayed.sqlite") + ["--replay", "strict", "--from", "recorded.sqlite"])
    #expect(replay.exitCode == 0, "\(replay.errors)")
    #expect(replay.errors.contains("all rows of 2 trials are those of the recording"))
    #expect(replay.output == run.output)
    #expect(service.server.acceptedConnections == accepted)

    let recorded = try TrialStore(path: folder.file("recorded.sqlite"), access: .reading)
    let replayed = try TrialStore(path: folder.file("replayed.sqlite"), access: .reading)
    for trial in try await recorded.trials() {
      #expect(try await replayed.evaluations(of: trial.id) == recorded.evaluations(of: trial.id))
      #expect(try await replayed.steps(of: trial.id) == recorded.steps(of: trial.id))
      let calls = try await replayed.modelCalls(of: trial.id)
      #expect(calls.allSatisfy { $0.cachedPromptTokens == 2 && $0.isUsageEstimated == false })
    }
  }

  @Test func aMissNamesItsPlaceAndFailsTheCommand() throws {
    try #"{"otherwise": "Answer: 3"}"#.write(
      toFile: folder.file("s.json"), atomically: true, encoding: .utf8)
    let model = ["--model", "scripted/s.json"]
    let run = try bench(plan(model, store: "recorded.sqlite") + ["--optimizer", "noop"])
    #expect(run.exitCode == 0, "\(run.errors)")
    let replay = try bench(
      plan(model, store: "replayed.sqlite") + ["--replay", "strict", "--from", "recorded.sqlite"])
    #expect(replay.exitCode == 1)
    #expect(
      replay.errors.contains("missingReplay: the recording recorded.sqlite has no answer of "))
    #expect(replay.errors.contains("for bbh:object_counting optoprime seed 0, "))
  }

  @Test(arguments: [
    (["--from", "x.sqlite"], "--from is read only with --replay strict"),
    (["--replay", "strict", "--from", "absent.sqlite"], "there is no store at absent.sqlite"),
    (["--replay", "loose"], "strict"),
    (["--replay", "strict", "--budget", "time=1m"], "--replay cannot repeat a --budget of time"),
  ])
  func aReplayThatCannotBeIsOneSentence(arguments: [String], message: String) throws {
    let result = try bench(arguments)
    #expect(result.exitCode != 0)
    #expect(result.errors.contains(message), "\(result.errors)")
    #expect(!FileManager.default.fileExists(atPath: folder.file("optobench.sqlite")))
  }

  @Test func scriptedAnswersNeedNoModel() async throws {
    let script = """
      {"rules": [{"contains": ["#Variables"], "answer": {"reasoning": "r", "suggestion": {}}}],
       "otherwise": "Answer: 3"}
      """
    try script.write(toFile: folder.file("s.json"), atomically: true, encoding: .utf8)
    let run = try bench(plan(["--model", "scripted/s.json"], store: "store.sqlite"))
    #expect(run.exitCode == 0, "\(run.errors)")
    let store = try TrialStore(path: folder.file("store.sqlite"), access: .reading)
    let trials = try await store.trials()
    #expect(trials.count == 2)
    #expect(trials.allSatisfy { $0.model.hasPrefix("scripted/s.json@") })
  }

  @Test func aRunBudgetEndsTheRunInOneSentenceAndIsGoneOnFrom() throws {
    let service = try ModelService()
    defer { service.server.stop() }
    let model = ["--base-url", service.url, "--model", "m"]
    let arguments = plan(model, store: "store.sqlite")
    let limited = try bench(arguments + ["--run-budget", "calls=12"])
    #expect(limited.exitCode == 1)
    #expect(service.questions == 12)
    #expect(limited.errors.contains("the budget of 12 calls is spent: 2 trials wait"))
    let priceless = try bench(arguments + ["--run-budget", "money=1"])
    #expect(priceless.errors.contains("the price of \(service.url)#m is not known"))
    try #"{"prices": [{"model": "\#(service.url)#m", "prompt": 1, "completion": 1}]}"#.write(
      toFile: folder.file("p.json"), atomically: true, encoding: .utf8)
    let rest = try bench(arguments + ["--run-budget", "money=1", "--prices", "p.json"])
    #expect(rest.exitCode == 0, "\(rest.errors)")
  }
}

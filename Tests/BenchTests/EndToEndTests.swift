// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import Foundation
import Testing
import TrialRecords

/// The main job on a real model served on this machine.
///
/// It is the smallest of the catalogue, which `scripts/test` sets up. What it scores is not
/// asserted; what is kept is.
struct EndToEndTests {
  static let model = "smollm2-135m-instruct-q4_1"

  static var isModelThere: Bool {
    guard let folder = try? TemporaryFolder(),
      let list = try? BenchProcess.run(["model", "list"], in: folder.path)
    else { return false }
    return list.output.split(separator: "\n").contains { line in
      line.hasPrefix(model) && line.contains(" ready")
    }
  }

  @Test(.enabled(if: isModelThere, "scripts/setup has not set the smallest model up"))
  func theMainJobOnARealModelKeepsEveryCallAndIsNotPaidForTwice() async throws {
    let folder = try TemporaryFolder()
    let arguments = [
      "--suite", "bbh", "--task", "object_counting", "--optimizer", "noop,optoprime",
      "--model", Self.model, "--budget", "steps=1", "--store", "store.sqlite", "--format", "json",
    ]
    let first = try BenchProcess.run(arguments, in: folder.path)
    #expect(first.exitCode == 0, "\(first.errors)")

    let store = try TrialStore(path: folder.file("store.sqlite"), access: .reading)
    let trials = try await store.trials()
    #expect(trials.map(\.optimizer) == ["noop", "optoprime"])
    var live = 0
    for trial in trials {
      #expect(trial.state == .complete)
      #expect(trial.model == "local/" + Self.model)
      let evaluations = try await store.evaluations(of: trial.id)
      #expect(evaluations.count { $0.phase == .initial } == 20)
      #expect(evaluations.allSatisfy { $0.score != nil })
      let calls = try await store.modelCalls(of: trial.id)
      #expect(calls.count { $0.role == .task } == evaluations.count)
      #expect(calls.allSatisfy { ($0.promptTokens ?? 0) > 10 && ($0.completionTokens ?? 0) > 0 })
      live += calls.count { $0.source == .live }
    }
    let optoprime = try #require(trials.last)
    #expect(try await store.steps(of: optoprime.id).count == 1)
    #expect(
      try await store.modelCalls(of: optoprime.id).contains {
        $0.role == .optimizer && $0.request.contains("#Variables")
      })

    let second = try BenchProcess.run(arguments, in: folder.path)
    #expect(second.exitCode == 0)
    var liveAfter = 0
    for trial in trials {
      liveAfter += try await store.modelCalls(of: trial.id).count { $0.source == .live }
    }
    #expect(liveAfter == live)
    let report = try BenchProcess.run(
      ["report", "--store", "store.sqlite", "--format", "csv"], in: folder.path)
    #expect(report.output.contains("object_counting"))
  }
}

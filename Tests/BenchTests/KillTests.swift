// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import CanonicalJSON
import Foundation
import LoopbackServer
import Testing
import TrialRecords

/// Runs that are killed at random moments, without a chance to do anything about it, and resumed.
///
/// `OPTOBENCH_KILL_MOMENTS` sets the number of moments.
@Suite(.serialized)
struct KillTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  static let moments =
    ProcessInfo.processInfo.environment["OPTOBENCH_KILL_MOMENTS"].flatMap { Int($0) } ?? 8

  /// The digests of all rows by trial; a trial that is not complete has none.
  private func rows(_ store: String) async throws -> [String: ContentDigest?] {
    let store = try TrialStore(path: folder.file(store), access: .reading)
    defer { try? store.close() }
    let trials = try await store.trials()
    return Dictionary(uniqueKeysWithValues: trials.map { ($0.id.hex, $0.rowsDigest) })
  }

  private func liveCalls(_ store: String) async throws -> Int {
    let store = try TrialStore(path: folder.file(store), access: .reading)
    defer { try? store.close() }
    var count = 0
    for trial in try await store.trials() {
      count += try await store.modelCalls(of: trial.id).count { $0.source == .live }
    }
    return count
  }

  /// Kills a run at moments drawn from a seed, then lets it end.
  ///
  /// - Returns: How many of the processes were killed before their end.
  private func killAndResume(_ arguments: [String], within seconds: Double) throws -> Int {
    var state: UInt64 = 20_260
    var killed = 0
    for _ in 0..<Self.moments {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let moment = seconds * Double(state >> 40) / Double(1 << 24)
      let process = try BenchProcess.start(arguments, in: folder.path)
      Thread.sleep(forTimeInterval: moment)
      if process.isRunning {
        kill(process.processIdentifier, SIGKILL)
        killed += 1
      }
      process.waitUntilExit()
    }
    let last = try BenchProcess.run(arguments, in: folder.path)
    #expect(last.exitCode == 0, "\(last.errors)")
    return killed
  }

  private func timed(_ body: () throws -> BenchProcess.Result) throws -> Double {
    let start = DispatchTime.now().uptimeNanoseconds
    let result = try body()
    #expect(result.exitCode == 0, "\(result.errors)")
    return Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9
  }

  @Test func aRunWithoutModelsEndsWithTheRowsOfAnUndisturbedOne() async throws {
    let arguments = [
      "--suite", "numerical", "--task", "program-nontrivial,booth", "--optimizer", "noop,random",
      "--seeds", "4", "--quiet", "--jobs", "2", "--store",
    ]
    let seconds = try timed { try BenchProcess.run(arguments + ["calm"], in: folder.path) }
    let killed = try killAndResume(arguments + ["wild"], within: seconds)
    #expect(killed > Self.moments / 4)
    let calm = try await rows("calm")
    #expect(calm.count == 16)
    #expect(calm.values.allSatisfy { $0 != nil })
    #expect(try await rows("wild") == calm)
    let verified = try BenchProcess.run(["verify", "wild"], in: folder.path)
    #expect(verified.exitCode == 0, "\(verified.output)")
  }

  @Test func aRunWithAModelPaysForNothingTwiceButWhatWasUnderWay() async throws {
    let server = try ScriptedServer()
    defer { server.server.stop() }
    let jobs = 2
    let arguments =
      server.options + [
        "--task", "object_counting", "--optimizer", "noop,optoprime", "--seeds", "2", "--quiet",
        "--jobs", "\(jobs)", "--store",
      ]
    let seconds = try timed { try BenchProcess.run(arguments + ["calm"], in: folder.path) }
    let undisturbed = server.asked
    #expect(undisturbed == (try await liveCalls("calm")))
    let killed = try killAndResume(arguments + ["wild"], within: seconds)
    let paid = server.asked - undisturbed
    #expect(paid >= undisturbed)
    #expect(paid <= undisturbed + killed * jobs)
    // What came back was kept once.
    #expect(try await liveCalls("wild") == undisturbed)
    #expect(try await rows("wild") == rows("calm"))
  }

  @Test func aStoreThatAKilledProcessLeftIsReportedWithoutBeingWritten() async throws {
    let arguments = [
      "--suite", "numerical", "--task", "booth", "--optimizer", "random", "--seeds", "20",
      "--jobs", "1", "--quiet", "--store", "s",
    ]
    let process = try BenchProcess.start(arguments, in: folder.path)
    for _ in 0..<2000 where !FileManager.default.fileExists(atPath: folder.file("s-wal")) {
      try await Task.sleep(for: .milliseconds(5))
    }
    try await Task.sleep(for: .milliseconds(300))
    #expect(process.isRunning)
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    func bytes() throws -> [Data] {
      try ["s", "s-wal"].map { try Data(contentsOf: URL(fileURLWithPath: folder.file($0))) }
    }
    let before = try bytes()
    let report = try BenchProcess.run(["report", "--store", "s"], in: folder.path)
    #expect(report.exitCode == 0, "\(report.errors)")
    #expect(try bytes() == before)
    let again = try BenchProcess.run(arguments, in: folder.path)
    #expect(again.exitCode == 0, "\(again.errors)")
    #expect(try await rows("s").values.allSatisfy { $0 != nil })
  }
}

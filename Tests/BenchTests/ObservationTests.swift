// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import CanonicalJSON
import Foundation
import LoopbackServer
import Testing

/// What a run tells to logs, programs and people.
struct ObservationTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  static let plan = [
    "--suite", "numerical", "--task", "booth", "--optimizer", "random", "--seeds", "2", "--store",
    "s.sqlite",
  ]

  @Test func everyRunHasALogBesideItsStore() throws {
    for _ in 0..<2 {
      let result = try BenchProcess.run(Self.plan + ["--quiet"], in: folder.path)
      #expect(result.exitCode == 0, "\(result.errors)")
      #expect(result.errors.isEmpty)
    }
    let logs = try FileManager.default.contentsOfDirectory(atPath: folder.file("s.sqlite.logs"))
    #expect(logs.count == 2)
    let texts = try logs.sorted().map {
      try String(contentsOfFile: folder.file("s.sqlite.logs/\($0)"), encoding: .utf8)
    }
    let both = texts.joined()
    #expect(both.split(separator: "\n").count { $0.contains(" info trial_completed ") } == 2)
    #expect(!both.contains(" debug "))
    for text in texts {
      #expect(text.contains(" info run_began bench="))
      #expect(text.contains("command=\"bench --suite numerical"))
      #expect(text.contains(" info run_ended complete=2 failed=0 "))
    }
  }

  @Test func eventsAreLinesOfJSON() throws {
    let options = ["--quiet", "--log", "none", "--events", "events.jsonl"]
    #expect(try BenchProcess.run(Self.plan + options, in: folder.path).exitCode == 0)
    #expect(!FileManager.default.fileExists(atPath: folder.file("s.sqlite.logs")))
    let text = try String(contentsOfFile: folder.file("events.jsonl"), encoding: .utf8)
    let events = try text.split(separator: "\n").map { try JSONValue(parsing: String($0)) }
    let names = events.compactMap { $0["event"]?.stringValue }
    #expect(names.count == events.count)
    #expect(names.first == "run_began")
    #expect(names.last == "run_ended")
    #expect(names.count { $0 == "trial_completed" } == 2)
    let evaluated = try #require(events.first { $0["event"]?.stringValue == "evaluated" })
    #expect(evaluated["task"]?.stringValue == "booth")
    #expect(evaluated["score"]?.doubleValue != nil)
  }

  @Test(arguments: ["-", "/dev/stderr"])
  func eventsGoToStandardErrorAsWell(target: String) throws {
    let result = try BenchProcess.run(Self.plan + ["--quiet", "--events", target], in: folder.path)
    #expect(result.exitCode == 0, "\(result.errors)")
    let lines = result.errors.split(separator: "\n")
    #expect(lines.count > 4)
    #expect(try lines.allSatisfy { try JSONValue(parsing: String($0))["time"] != nil })
  }

  @Test func twoRunsAppendToOneFileOfEvents() throws {
    let options = ["--quiet", "--log", "none", "--events", "events.jsonl"]
    for _ in 0..<2 {
      #expect(try BenchProcess.run(Self.plan + options, in: folder.path).exitCode == 0)
    }
    try FileManager.default.removeItem(atPath: folder.file("s.sqlite"))
    let bench = "'\(BenchProcess.executable.path)' "
    let command = bench + (Self.plan + options).joined(separator: " ")
    let both = try BenchProcess.shell(
      "\(command) & first=$!; \(command) --store t.sqlite && wait $first", in: folder.path)
    #expect(both.exitCode == 0, "\(both.errors)")
    let text = try String(contentsOfFile: folder.file("events.jsonl"), encoding: .utf8)
    let events = try text.split(separator: "\n").map { try JSONValue(parsing: String($0)) }
    #expect(events.count { $0["event"]?.stringValue == "run_began" } == 4)
    #expect(events.count { $0["event"]?.stringValue == "run_ended" } == 4)
    #expect(events.count { $0["event"]?.stringValue == "trial_completed" } == 6)
  }

  @Test func aTaskWithFewerExamplesThanAskedForIsTold() throws {
    let lines = (0..<24).map { #"{"input": "\#($0)?", "target": "\#($0)"}"# + "\n" }
    try lines.joined().write(toFile: folder.file("my.jsonl"), atomically: true, encoding: .utf8)
    try #"{"otherwise": "Answer: 4"}"#.write(
      toFile: folder.file("script.json"), atomically: true, encoding: .utf8)
    let plan = [
      "--suite", "file:my.jsonl", "--optimizer", "noop", "--model", "scripted/script.json",
      "--protocol", "quick:test=9", "--store", "s.sqlite",
    ]
    let sentence = "file:my.jsonl#exact:my has 4 test examples, fewer than test=9"
    let forecast = try BenchProcess.run(plan + ["--dry-run"], in: folder.path)
    #expect(forecast.output.contains(sentence + ".\n"), "\(forecast.output)")
    let result = try BenchProcess.run(plan, in: folder.path)
    #expect(result.exitCode == 0, "\(result.errors)")
    #expect(result.errors.components(separatedBy: "bench: \(sentence)\n").count == 2)
    let log = try FileManager.default.contentsOfDirectory(atPath: folder.file("s.sqlite.logs"))
    let text = try String(
      contentsOfFile: folder.file("s.sqlite.logs/\(log.first ?? "")"), encoding: .utf8)
    #expect(text.contains(" warning short_of_examples asked=9 examples=4 "), "\(text)")
  }

  @Test func aFileOfEventsThatCannotBeWrittenIsNamed() throws {
    let result = try BenchProcess.run(Self.plan + ["--events", "."], in: folder.path)
    #expect(result.exitCode != 0)
    #expect(result.errors.contains("the file . cannot be written"), "\(result.errors)")
  }

  @Test func aRunThatFailsEndsWithTheReasonsAndTheCommandThatRetries() throws {
    let plan = [
      "--task", "object_counting", "--optimizer", "noop", "--budget", "steps=1", "--quiet",
    ]
    let failing = try RefusingServer()
    defer { failing.server.stop() }
    let result = try BenchProcess.run(
      failing.options + plan + ["--seeds", "2", "--store", "f.sqlite"], in: folder.path)
    #expect(result.exitCode == 1)
    #expect(result.errors.contains("bench: 2 trials failed: "), "\(result.errors)")
    #expect(result.errors.contains("bench:   bbh:object_counting noop seed 1"))
    #expect(result.errors.contains("--store f.sqlite --retry failed"))
    let log = try FileManager.default.contentsOfDirectory(atPath: folder.file("f.sqlite.logs"))
    let text = try String(
      contentsOfFile: folder.file("f.sqlite.logs/\(log.first ?? "")"), encoding: .utf8)
    #expect(text.split(separator: "\n").count { $0.contains(" error trial_failed ") } == 2)
    let left = try BenchProcess.run(
      failing.options + plan + ["--seeds", "2", "--store", "f.sqlite", "--retry", "none"],
      in: folder.path)
    #expect(left.errors.contains("2 trials were left as they are, because of --retry"))
  }
}

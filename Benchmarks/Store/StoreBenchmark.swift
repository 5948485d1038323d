// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Foundation
import TrialRecords

/// Measures a store of 100,000 evaluations: writing them one commit each, the size of the file, and
/// how long a run takes to know which of its trials are complete.
///
/// Every evaluation has a model call, as those of a text workflow have. The table goes to standard
/// output as Markdown.
@main
struct StoreBenchmark {
  static let trialCount = 1000
  static let evaluationsPerTrial = 100

  static func main() async throws {
    let folder =
      NSTemporaryDirectory() + "store-benchmark-\(ProcessInfo.processInfo.processIdentifier)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/store.sqlite"
    let store = try TrialStore(path: path)
    let trials = (0..<trialCount).map { trial($0) }
    try await store.beginRun(run("written"), trials: trials)
    let written = try await seconds {
      for trial in trials { try await write(trial, to: store) }
    }
    try store.close()
    let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
    let count = trialCount * evaluationsPerTrial
    var resumed: [Double] = []
    for index in 0..<5 {
      resumed.append(
        try await seconds {
          let store = try TrialStore(path: path)
          let planned = trials.map { trial($0.seed, run: "resumed-\(index)") }
          try await store.beginRun(run("resumed-\(index)"), trials: planned)
          let stored = try await store.trials(ofRun: "resumed-\(index)")
          precondition(stored.allSatisfy { $0.state == .complete }, "a trial is not complete")
          try store.close()
        })
    }
    let reopened = try TrialStore(path: path, access: .reading)
    let report = try await seconds {
      let rows = try await reopened.results().outcomes.count
      precondition(rows == count, "rows are missing")
    }
    let faults = try await seconds {
      let faults = try await reopened.faults()
      precondition(faults.isEmpty, "rows differ from their digests")
    }
    try reopened.close()
    print("\(count) evaluations and as many model calls in \(trialCount) trials; \(processor)\n")
    print("| case | measure |\n|---|---:|")
    print("| evaluations with their call, written a second | \(Int(Double(count) / written)) |")
    print("| bytes for an evaluation with its call | \(size / count) |")
    print(
      "| ms until a resumed run knows what is complete, median of 5 | \(ms(resumed.sorted()[2])) |")
    print("| ms to read all rows for a report | \(ms(report)) |")
    print("| ms to recompute every digest | \(ms(faults)) |")
  }

  static func write(_ trial: TrialRecord, to store: TrialStore) async throws {
    let state = StateRecord(
      digest: ContentDigest(of: ["prompt": .string("prompt \(trial.seed)")] as JSONValue),
      values: (["prompt": .string("prompt \(trial.seed)")] as JSONValue).text)
    _ = try await store.begin(trial.id, owner: "benchmark")
    for sequence in 0..<evaluationsPerTrial {
      let text = String(repeating: "a word of a question \(sequence) ", count: 20)
      let request: JSONValue = ["seed": .integer(trial.seed), "prompt": .string(text)]
      var call = ModelCallRecord(
        trialID: trial.id, role: .task, sequence: sequence,
        requestDigest: ContentDigest(of: request),
        model: trial.model, request: request.text, source: .live)
      call.answer = String(repeating: "a word of an answer ", count: 10)
      call.promptTokens = 150
      call.completionTokens = 50
      try await store.append(call)
      let row = EvaluationRecord(
        trialID: trial.id, sequence: sequence, step: 0, split: .test, phase: .initial,
        exampleID: "example-\(sequence)", stateDigest: state.digest,
        outcome: sequence % 3 == 0 ? .correct : .incorrect, score: sequence % 3 == 0 ? 1 : 0,
        answer: "an answer", feedback: "the answer is wrong, another one was expected")
      try await store.append(row, states: [state])
    }
    let ending = TrialEnding(
      stopReason: "budgetExhausted", initial: state, selected: state, final: state, stepCount: 0)
    try await store.complete(trial.id, with: ending, owner: "benchmark")
  }

  static func trial(_ seed: Int, run: String = "written") -> TrialRecord {
    TrialRecord(
      id: ContentDigest(of: "trial \(seed)"), runID: run, suite: "suite", task: "task",
      dataLabel: "generated", dataDigest: ContentDigest(of: "data"), optimizer: "noop",
      model: "provider/model", optimizerModel: "provider/model", protocolName: "quick", seed: seed)
  }

  static func run(_ id: String) -> RunRecord {
    RunRecord(
      id: id, createdAt: "", commandLine: "store-benchmark", plan: "{}",
      planDigest: ContentDigest(of: [:] as JSONValue), benchVersion: "", machine: "{}")
  }

  static func seconds(_ body: @Sendable () async throws -> Void) async rethrows -> Double {
    let start = DispatchTime.now().uptimeNanoseconds
    try await body()
    return Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9
  }

  static func ms(_ seconds: Double) -> Int { Int((seconds * 1000).rounded()) }

  static var processor: String {
    let text = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
    let names = text.split(separator: "\n").filter { $0.hasPrefix("model name") }
    let name = names.first?.split(separator: ":").last?.trimmingCharacters(in: .whitespaces)
    return "\(names.count) x \(name ?? "unknown")"
  }
}

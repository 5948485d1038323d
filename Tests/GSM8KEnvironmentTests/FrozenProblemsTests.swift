// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import BenchmarkSuites
import Datasets
import Foundation
import GSM8KEnvironment
import Testing

struct FrozenProblemsTests {
  private let folder = FrozenFolder("gsm8k-style")

  @Test func theFilesAreWhatTheGeneratorWrites() throws {
    let differences = try folder.differences { try GeneratedGSM8K.write(to: $0) }
    #expect(differences.isEmpty, "see datasets/gsm8k-style/README.md")
  }

  @Test(arguments: GSM8KTask.allCases)
  func aFileHasTheProblemsOfARun(task: GSM8KTask) async throws {
    let url = folder.url.appendingPathComponent(task.rawValue + ".jsonl")
    let id = TaskID(suite: "gsm8k", name: task.rawValue)
    let split = try await GSM8KSuite().split(of: id, from: .generated)
    #expect(try JSONLines.examples(at: url) == split.examples)
    #expect([split.train, split.validation, split.test].map(\.count) == [50, 50, 200])
    #expect(split.label == .generated)
    let solutions = try GeneratedGSM8K.draw(task, seed: 2406, count: 300).solutions
    for line in try JSONLines.objects(in: try TextFile.bytes(of: url), named: url.path) {
      #expect(try line.string("solution") == solutions[line.string("id")])
    }
  }
}

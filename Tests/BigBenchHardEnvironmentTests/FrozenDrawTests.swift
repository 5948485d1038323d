// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import Datasets
import Foundation
import Testing

@testable import BigBenchHardEnvironment

struct FrozenDrawTests {
  private let folder = FrozenFolder("bbh-style")

  @Test func theFilesAreWhatTheGeneratorsWrite() throws {
    let differences = try folder.differences { try GeneratedBigBenchHard.write(to: $0) }
    #expect(differences.isEmpty, "see datasets/bbh-style/README.md")
  }

  @Test(arguments: GeneratedBigBenchHard.tasks)
  func aFileHasTheItemsOfARun(task: BigBenchHardTask) throws {
    let url = folder.url.appendingPathComponent(task.rawValue + ".jsonl")
    let frozen = try GeneratedBigBenchHard.frozen(task)
    #expect(try JSONLines.examples(at: url) == frozen.examples)
    #expect(frozen.examples.allSatisfy { $0.id.hasPrefix("\(task.rawValue)/generated-2406/") })
    let split = try ExampleSplit(asInTracePaper: frozen)
    #expect([split.train, split.validation, split.test].map(\.count) == [15, 5, 100])
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets
import Foundation
import Testing

@testable import BigBenchHardEnvironment

/// Compares `datasets/bbh-style` with what the generators write now.
///
/// With the variable `OPTOBENCH_WRITE_DATASETS` set, the files there are written anew instead, and
/// the difference shows in version control.
struct FrozenDrawTests {
  private static let folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("datasets/bbh-style")

  @Test func theFilesAreWhatTheGeneratorsWrite() throws {
    let scratch = try ScratchFolder()
    let isAsked = ProcessInfo.processInfo.environment["OPTOBENCH_WRITE_DATASETS"] != nil
    let written = isAsked ? Self.folder : scratch.url
    try GeneratedBigBenchHard.write(to: written)
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
      .filter { $0.hasSuffix(".jsonl") }.sorted()
    #expect(files == GeneratedBigBenchHard.tasks.map { $0.rawValue + ".jsonl" })
    for file in files {
      let kept = try TextFile.text(of: Self.folder.appendingPathComponent(file))
      let isEqual = try kept == TextFile.text(of: written.appendingPathComponent(file))
      #expect(isEqual, "\(file) differs: see datasets/bbh-style/README.md")
    }
  }

  @Test(arguments: GeneratedBigBenchHard.tasks)
  func aFileHasTheItemsOfARun(task: BigBenchHardTask) throws {
    let url = Self.folder.appendingPathComponent(task.rawValue + ".jsonl")
    let frozen = try GeneratedBigBenchHard.frozen(task)
    #expect(try JSONLines.examples(at: url) == frozen.examples)
    #expect(frozen.examples.allSatisfy { $0.id.hasPrefix("\(task.rawValue)/generated-2406/") })
    let split = try BigBenchHardSplit(frozen)
    #expect([split.train, split.validation, split.test].map(\.count) == [15, 5, 100])
  }
}

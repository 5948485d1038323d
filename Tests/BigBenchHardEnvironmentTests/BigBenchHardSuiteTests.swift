// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import BenchmarkSuites
import BigBenchHardEnvironment
import CanonicalJSON
import Datasets
import Foundation
import OPTO
import Testing

struct BigBenchHardSuiteTests {
  private let suite = BigBenchHardSuite(fetch: { _, _ in throw CancellationError() })

  private func id(_ name: String) -> TaskID { TaskID(suite: "bbh", name: name) }

  @Test func tasksAreSortedAndFourAreTheDefault() {
    let generated = suite.tasks(in: .generated)
    #expect(generated.map(\.id.name) == generated.map(\.id.name).sorted())
    #expect(
      generated.filter(\.isDefault).map(\.id.name)
        == ["boolean_expressions", "navigate", "object_counting", "word_sorting"])
    #expect(generated.count == 24)
    #expect(generated.allSatisfy { !$0.summary.isEmpty && $0.id.suite == "bbh" })
    #expect(suite.tasks(in: .official(directory: nil)).count == 27)
  }

  @Test func generatedExamplesAreLabelledAndTheSameEveryTime() async throws {
    let loaded = try await suite.load(id("navigate"), from: .generated)
    #expect(loaded.dataLabel == "generated")
    let frozen = try GeneratedBigBenchHard.frozen(.navigate)
    #expect(loaded.dataDigest == frozen.digest.hex)
    let other = try await suite.load(id("web_of_lies"), from: .generated)
    #expect(loaded.dataDigest != other.dataDigest)
  }

  @Test(arguments: ["nonsense", "navigate/000", ""])
  func anUnknownTaskIsNamed(name: String) async throws {
    let error = await #expect(throws: DataError.self) {
      try await suite.load(id(name), from: .generated)
    }
    #expect(error?.code == .unknownTask)
    #expect(error?.message.contains("bbh:\(name)") == true)
  }

  @Test func aTaskWithoutGeneratorSaysSo() async throws {
    let error = await #expect(throws: DataError.self) {
      try await suite.load(id("snarks"), from: .generated)
    }
    #expect(error?.message.contains("snarks has no generator") == true)
  }

  @Test func aFolderWithoutTheFileNamesIt() async throws {
    let folder = try ScratchFolder()
    let error = await #expect(throws: DataError.self) {
      try await suite.load(id("snarks"), from: .official(directory: folder.url.path))
    }
    #expect(error?.code == .missingFile)
    #expect(error?.message.contains(folder.url.appendingPathComponent("snarks.json").path) == true)
  }

  @Test func withoutAFolderAndWithoutANetworkTheErrorSaysWhatToPutWhere() async throws {
    let cache = try ScratchFolder().url
    let suite = BigBenchHardSuite(fetch: { _, _ in throw URLError(.notConnectedToInternet) }) {
      cache
    }
    let error = await #expect(throws: DataError.self) {
      try await suite.load(id("snarks"), from: .official(directory: nil))
    }
    #expect(error?.code == .unavailable)
    let message = error?.message ?? ""
    for part in ["snarks.json", cache.appendingPathComponent("data/bbh").path, "--data-dir"] {
      #expect(message.contains(part), "\(message)")
    }
  }

  @Test(.enabled(if: SharedData.bigBenchHard != nil, "needs the published BBH files"))
  func withoutAFolderTheFileIsFetchedOnceAndKept() async throws {
    let shared = try #require(SharedData.bigBenchHard)
    let scratch = try ScratchFolder()
    let cache = scratch.url
    let online = BigBenchHardSuite(
      fetch: { address, _ in
        let name = try #require(address.split(separator: "/").last)
        return try TextFile.bytes(of: shared.appendingPathComponent(String(name)))
      },
      cache: { cache }
    )
    let fetched = try await online.load(id("snarks"), from: .official(directory: nil))
    let offline = BigBenchHardSuite(fetch: { _, _ in throw CancellationError() }) { cache }
    let kept = try await offline.load(id("snarks"), from: .official(directory: nil))
    let named = try await suite.load(id("snarks"), from: .official(directory: shared.path))
    #expect(fetched.dataLabel == "official")
    #expect(Set([fetched.dataDigest, kept.dataDigest, named.dataDigest]).count == 1)
  }
}

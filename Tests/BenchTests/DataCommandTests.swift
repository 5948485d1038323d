// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import Foundation
import Testing

struct DataCommandTests {
  private func bench(_ arguments: String..., in folder: TemporaryFolder) throws
    -> BenchProcess.Result
  {
    try BenchProcess.run(
      ["data"] + arguments, in: folder.path,
      environment: ["OPTOBENCH_CACHE": folder.file("cache")])
  }

  @Test func theListNamesSetsWithTheirTerms() throws {
    let list = try bench("list", in: try TemporaryFolder())
    #expect(list.exitCode == 0)
    for part in [
      "bbh: BIG-Bench Hard, 27 files, 6511 items", "gsm8k: GSM8K, 2 files, 8792 items, 4.9 MB, MIT",
      "Cobbe et al.", "0 of 2 files", "fault: snarks/088 has one option.", "split: aime: the 90",
      "gpqa: GPQA diamond, 1 file, 198 items, without a checksum",
      "not fetched: accept the terms",
    ] {
      #expect(list.output.contains(part), "\(list.output)")
    }
  }

  @Test func anUnknownSetIsNamed() throws {
    let result = try bench("pull", "gsm8", in: try TemporaryFolder())
    #expect(result.exitCode != 0)
    #expect(result.errors.contains("unknown data set 'gsm8': did you mean 'gsm8k'?"))
  }

  @Test func aSetThatIsNotHereIsNotVerified() throws {
    let folder = try TemporaryFolder()
    let result = try bench("verify", "gsm8k", in: folder)
    #expect(result.exitCode != 0)
    #expect(result.errors.contains("cache/data/gsm8k/train.jsonl does not exist"))
    #expect(result.output.contains("0 of 2 files"))
  }

  @Test func setsThatAreBroughtByHandAreNotFetched() throws {
    let folder = try TemporaryFolder()
    let pulled = try bench("pull", "gpqa", in: folder)
    #expect(pulled.exitCode != 0)
    #expect(pulled.errors.contains("GPQA diamond is not fetched: accept the terms"))
    let verified = try bench("verify", "gpqa", "--data-dir", folder.path, in: folder)
    #expect(verified.exitCode != 0)
    #expect(verified.errors.contains("gpqa_diamond.csv does not exist: accept the terms"))
    try Data("Question".utf8).write(to: URL(fileURLWithPath: folder.file("gpqa_diamond.csv")))
    let there = try bench("verify", "gpqa", "--data-dir", folder.path, in: folder)
    #expect(there.exitCode == 0)
    #expect(there.output.contains("gpqa_diamond.csv has no published SHA-256 to compare with"))
  }

  @Test(.enabled(if: SharedData.bigBenchHard != nil, "needs the published BBH files"))
  func aMirrorFillsTheCacheAndOneChangedByteIsFoundOut() throws {
    let shared = try #require(SharedData.bigBenchHard)
    let folder = try TemporaryFolder()
    let mirror = shared.deletingLastPathComponent().path
    let pulled = try bench("pull", "bbh", "--mirror", mirror, in: folder)
    #expect(pulled.exitCode == 0, "\(pulled.errors)")
    #expect(pulled.errors.contains("bbh/navigate.json"))
    let verified = try bench("verify", "bbh", in: folder)
    #expect(verified.exitCode == 0)
    #expect(verified.output.contains("27 of 27 files"))

    let url = URL(fileURLWithPath: folder.file("cache/data/bbh/snarks.json"))
    var bytes = try Data(contentsOf: url)
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: url)
    let faulty = try bench("verify", "bbh", in: folder)
    #expect(faulty.exitCode != 0)
    #expect(faulty.output.contains("26 of 27 files"))
    let lines = faulty.errors.split(separator: "\n")
    #expect(lines.count == 1)
    #expect(lines.first?.contains("snarks.json is not the published file") == true)
    let copy = try bench(
      "verify", "bbh", "--data-dir", folder.file("cache/data/bbh"), in: folder)
    #expect(copy.exitCode != 0)
    #expect(copy.errors == faulty.errors)
    let nested = try bench("verify", "bbh", "--data-dir", folder.file("cache/data"), in: folder)
    #expect(nested.exitCode != 0)
    #expect(nested.errors == faulty.errors)
    let both = folder.file("both")
    let several = try bench(
      "pull", "bbh", "gsm8k", "--mirror", mirror, "--data-dir", both, in: folder)
    #expect(several.exitCode == 0, "\(several.errors)")
    let checked = try bench("verify", "gsm8k", "bbh", "--data-dir", both, in: folder)
    #expect(checked.exitCode == 0)
    #expect(checked.output.contains("bbh: 27 of 27 files"))
    #expect(checked.output.contains("gsm8k: 2 of 2 files"))
  }

  @Test func aFolderWithoutTheFilesIsNotWholeWhicheverSetsAreNamed() throws {
    let folder = try TemporaryFolder()
    let all = try bench("verify", "--data-dir", "x", in: folder)
    #expect(all.exitCode != 0)
    for file in ["navigate.json", "test.jsonl", "machine_learning_test.jsonl", "aime_2025.json"] {
      #expect(all.errors.contains("x/\(file) does not exist"))
    }
    let alone = try bench("verify", "gsm8k", "--data-dir", "x", in: folder)
    #expect(alone.exitCode != 0)
    #expect(alone.errors.contains("x/test.jsonl does not exist"))
    #expect(!alone.errors.contains("x/navigate.json"))
  }
}

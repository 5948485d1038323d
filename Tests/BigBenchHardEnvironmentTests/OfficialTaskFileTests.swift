// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import BigBenchHardEnvironment
import Datasets
import Foundation
import Testing

struct OfficialTaskFileTests {
  private func file(_ items: [String]) -> String {
    "{\"canary\": \"none\",\n\"examples\": [\n" + items.joined(separator: ",\n") + "\n]}"
  }

  private func read(_ text: String) throws -> [Example] {
    try OfficialTaskFile(path: "x/snarks.json", task: .snarks).examples(in: Array(text.utf8))
  }

  private func error(reading text: String) -> DataError? {
    #expect(throws: DataError.self) { try read(text) }
  }

  @Test func itemsAreNamedAfterTaskAndPlace() throws {
    let items = (0..<178).map { "{\"input\": \"question \($0)\", \"target\": \"(A)\"}" }
    let examples = try read(file(items))
    #expect(examples.count == 178)
    #expect(examples[7] == Example(id: "snarks/007", input: "question 7", target: "(A)"))
    #expect(examples[177].id == "snarks/177")
  }

  @Test func everyFaultNamesTheFile() {
    let good = "{\"input\": \"q\", \"target\": \"t\"}"
    let faults: [(String, DataError.Code, String)] = [
      (file([good]), .wrongCount, "1 items"),
      (file(Array(repeating: good, count: 179)), .wrongCount, "179 items"),
      (file([good, "{\"input\": \"q\"}"]), .malformed, "item 1"),
      (file([good, "{\"input\": \"q\", \"target\": 3}"]), .malformed, "item 1"),
      ("{\"canary\": \"none\"}", .malformed, "examples"),
      ("[]", .malformed, "examples"),
    ]
    for (text, code, part) in faults {
      let error = error(reading: text)
      #expect(error?.code == code)
      #expect(error?.message.hasPrefix("x/snarks.json") == true)
      #expect(error?.message.contains(part) == true, "\(error?.message ?? "")")
    }
  }

  @Test func aTruncatedFileIsNamedWithTheLine() {
    let error = error(reading: "{\"canary\": \"none\",\n\"examples\": [\n{\"input\": \"q")
    #expect(error?.code == .malformed)
    #expect(error?.line == 3)
    #expect(error?.message.contains("line 3") == true)
  }

  @Test(.enabled(if: SharedData.bigBenchHard != nil, "needs the published BBH files"))
  func oneChangedByteOrAMissingEndIsNoticed() async throws {
    let shared = try #require(SharedData.bigBenchHard)
    let bytes = try TextFile.bytes(of: shared.appendingPathComponent("navigate.json"))
    var changed = bytes
    changed[bytes.count / 2] ^= 1
    for content in [changed, Array(bytes.dropLast(100)), bytes + [10]] {
      let folder = try ScratchFolder()
      try folder.write(content, to: "navigate.json")
      let error = await #expect(throws: DataError.self) {
        try await OfficialBigBenchHard.load(.navigate, from: folder.url.path, in: DataLibrary())
      }
      #expect(error?.code == .wrongChecksum)
      #expect(error?.message.contains("navigate.json") == true)
    }
  }
}

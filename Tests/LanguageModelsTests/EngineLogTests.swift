// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import LanguageModels

struct EngineLogTests {
  @Test(arguments: [
    ("0.01 I srv a\n0.02 E srv   bad model\nTraceback\nRuntimeError: x\n", "0.02 E srv bad model"),
    ("0.01 I srv a\nerror: no memory\n0.02 I srv b\n", "error: no memory"),
    ("one\ntwo\n", "two"),
  ])
  func theLastComplaintIsQuoted(log: String, quoted: String) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(log, to: "log")
    #expect(EngineLog(path: path).ending == "; its log \(path) says: \(quoted)")
  }

  @Test func onlyTheEndOfALongLogIsRead() throws {
    let folder = try TemporaryFolder()
    let filler = String(repeating: "0.02 I srv fine\n", count: 2000)
    let path = try folder.write("0.01 E srv old\n" + filler, to: "log")
    #expect(EngineLog(path: path).ending.hasSuffix("says: 0.02 I srv fine"))
  }

  @Test func withoutALogNothingIsQuoted() throws {
    let folder = try TemporaryFolder()
    #expect(EngineLog(path: folder.path("none")).ending == "")
    #expect(EngineLog(path: try folder.write("", to: "empty")).ending == "")
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Datasets
import Foundation
import Synchronization
import Testing

struct DataDownloadTests {
  /// The set `tiny` with one file of content `hello`, at two sources.
  private static let manifest = """
    {"name": "tiny", "title": "Tiny Set", "licence": "MIT", "citation": "Nobody, 2024",
     "splits": ["All test."], "shown": "Everything.", "faults": [],
     "sources": ["https://one.test/{file}", "https://two.test/{file}"],
     "files": [{"name": "a.json", "bytes": 5, "examples": 1,
       "sha256": "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"}]}
    """

  private struct Offline: Error, CustomStringConvertible {
    let description = "no route to host"
  }

  private final class Server: Sendable {
    private let answers: [String: String]
    private let log = Mutex<[String]>([])

    init(_ answers: [String: String]) { self.answers = answers }

    var asked: [String] { log.withLock(\.self) }

    func get(_ address: String) throws -> [UInt8] {
      log.withLock { $0.append(address) }
      guard let answer = answers[address] else { throw Offline() }
      return Array(answer.utf8)
    }
  }

  private func bring(from server: Server, into folder: ScratchFolder) async throws {
    let manifest = try DataManifest(parsing: Self.manifest, named: "tiny.json")
    let download = DataDownload(manifest, into: folder.url) { address, _ in
      try server.get(address)
    }
    try await download.bring(manifest.files[0])
  }

  @Test func aMissingFileIsFetchedFromTheFirstSource() async throws {
    let folder = try ScratchFolder()
    let server = Server(["https://one.test/a.json": "hello", "https://two.test/a.json": "hello"])
    try await bring(from: server, into: folder)
    #expect(try folder.text(of: "a.json") == "hello")
    #expect(server.asked == ["https://one.test/a.json"])
  }

  @Test func theNextSourceIsAskedWhenOneFailsOrGivesOtherBytes() async throws {
    for first in [nil, "jello"] {
      let folder = try ScratchFolder()
      var answers = ["https://two.test/a.json": "hello"]
      answers["https://one.test/a.json"] = first
      let server = Server(answers)
      try await bring(from: server, into: folder)
      #expect(try folder.text(of: "a.json") == "hello")
      #expect(server.asked.count == 2)
    }
  }

  @Test func aFileThatIsThereIsNotFetchedAgain() async throws {
    let folder = try ScratchFolder()
    try folder.write("hello", to: "a.json")
    let server = Server([:])
    try await bring(from: server, into: folder)
    #expect(server.asked.isEmpty)
  }

  @Test func aFileWithOtherBytesIsNamedAndLeftAlone() async throws {
    let folder = try ScratchFolder()
    try folder.write("mine!", to: "a.json")
    let server = Server(["https://one.test/a.json": "hello"])
    let error = await #expect(throws: DataError.self) {
      try await bring(from: server, into: folder)
    }
    #expect(error?.code == .wrongChecksum)
    #expect(error?.message.contains("a.json") == true)
    #expect(try folder.text(of: "a.json") == "mine!")
    #expect(server.asked.isEmpty)
  }

  @Test func withoutANetworkTheErrorSaysWhatToPutWhere() async throws {
    let folder = try ScratchFolder()
    let error = await #expect(throws: DataError.self) {
      try await bring(from: Server(["https://two.test/a.json": "short"]), into: folder)
    }
    #expect(error?.code == .unavailable)
    let message = error?.message ?? ""
    for part in ["a.json of Tiny Set", "no route to host", "other bytes", folder.url.path] {
      #expect(message.contains(part), "\(message)")
    }
    #expect(!folder.contains("a.json"))
  }

  @Test func aCancelledDownloadIsCancelledAndNotUnavailable() async throws {
    let folder = try ScratchFolder()
    let manifest = try DataManifest(parsing: Self.manifest, named: "tiny.json")
    let download = DataDownload(manifest, into: folder.url) { _, _ in
      withUnsafeCurrentTask { $0?.cancel() }
      throw Offline()
    }
    let task = Task { try await download.bring(manifest.files[0]) }
    await #expect(throws: CancellationError.self) { try await task.value }
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Datasets
import Foundation
import LoopbackServer
import Synchronization
import Testing

struct ResumedDownloadTests {
  /// Text of two and a half pieces.
  private static let content = String(
    repeating: "0123456789abcdef", count: DataPiece.maximumByteCount * 5 / 32)

  private func manifest(at source: String) throws -> DataManifest {
    let bytes = Array(Self.content.utf8)
    let text = """
      {"name": "big", "title": "Big Set", "licence": "MIT", "citation": "Nobody, 2024",
       "splits": [], "shown": "Everything.", "faults": [],
       "sources": ["\(source)/{file}"], "files": [{"name": "b.txt", "examples": 1,
       "bytes": \(bytes.count), "sha256": "\(ContentDigest(ofBytes: bytes).hex)"}]}
      """
    return try DataManifest(parsing: text, named: "big.json")
  }

  /// The part of the content that a request asks for with its Range header.
  private static func part(_ request: ReceivedRequest) -> String {
    let numbers = (request.headers["range"] ?? "").split { !$0.isNumber }.compactMap { Int($0) }
    guard numbers.count == 2 else { return content }
    return String(decoding: Array(content.utf8)[numbers[0]...numbers[1]], as: UTF8.self)
  }

  @Test func aBrokenDownloadGoesOnWhereItWas() async throws {
    let server = try LoopbackServer { request in
      request.index == 1
        ? .cutAnswer(body: "0123", promising: 1 << 20)
        : .answer(status: 206, body: Self.part(request))
    }
    defer { server.stop() }
    let folder = try ScratchFolder()
    let manifest = try manifest(at: server.baseURL)
    let seen = Mutex<[Int]>([])
    let download = DataDownload(manifest, into: folder.url, fetch: DataDownload.overHTTP) {
      _, received in seen.withLock { $0.append(received) }
    }
    let error = await #expect(throws: DataError.self) {
      try await download.bring(manifest.files[0])
    }
    #expect(error?.code == .unavailable)
    #expect(!folder.contains("b.txt"))
    #expect(folder.contains("b.txt.part"))
    try await download.bring(manifest.files[0])
    #expect(try folder.text(of: "b.txt") == Self.content)
    #expect(!folder.contains("b.txt.part"))
    let ranges = server.requests.map { $0.headers["range"] ?? "" }
    #expect(
      ranges == [
        "bytes=0-1048575", "bytes=1048576-2097151", "bytes=1048576-2097151",
        "bytes=2097152-2621439",
      ])
    #expect(server.requests.allSatisfy { $0.headers["accept-encoding"] == "identity" })
    #expect(seen.withLock(\.self) == [1_048_576, 2_097_152, 2_621_440])
  }

  @Test func whoeverWantsAFileThatIsBeingFetchedWaitsForIt() async throws {
    let server = try LoopbackServer { .answer(status: 206, body: Self.part($0)) }
    defer { server.stop() }
    let folder = try ScratchFolder()
    let (manifest, url) = (try manifest(at: server.baseURL), folder.url)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<4 {
        group.addTask {
          // Slow enough for all of them to be there before the first piece is.
          let download = DataDownload(manifest, into: url) { address, piece in
            try await Task.sleep(for: .milliseconds(100))
            return try await DataDownload.overHTTP(address, piece)
          }
          try await download.bring(manifest.files[0])
        }
      }
      try await group.waitForAll()
    }
    #expect(try folder.text(of: "b.txt") == Self.content)
    #expect(server.requests.count == 3)
  }

  @Test func aServerWithoutRangesGivesTheWholeFile() async throws {
    let server = try LoopbackServer { _ in .answer(body: Self.content) }
    defer { server.stop() }
    let folder = try ScratchFolder()
    try folder.write("0123", to: "b.txt.part")
    let manifest = try manifest(at: server.baseURL)
    try await DataDownload(manifest, into: folder.url, fetch: DataDownload.overHTTP)
      .bring(manifest.files[0])
    #expect(try folder.text(of: "b.txt") == Self.content)
    #expect(server.requests.count == 1)
  }

  @Test func aWrongPartIsNotTrusted() async throws {
    let server = try LoopbackServer { .answer(status: 206, body: Self.part($0)) }
    defer { server.stop() }
    let folder = try ScratchFolder()
    try folder.write("wrong", to: "b.txt.part")
    let manifest = try manifest(at: server.baseURL)
    try await DataDownload(manifest, into: folder.url, fetch: DataDownload.overHTTP)
      .bring(manifest.files[0])
    #expect(try folder.text(of: "b.txt") == Self.content)
  }

  @Test func aServersRefusalIsTold() async throws {
    let server = try LoopbackServer { _ in .answer(status: 404, body: "none") }
    defer { server.stop() }
    let folder = try ScratchFolder()
    let manifest = try manifest(at: server.baseURL)
    let error = await #expect(throws: DataError.self) {
      try await DataDownload(manifest, into: folder.url, fetch: DataDownload.overHTTP)
        .bring(manifest.files[0])
    }
    #expect(error?.message.contains("status 404") == true)
    #expect(!folder.contains("b.txt.part"))
  }

  @Test func aMirrorMayBeAFolder() async throws {
    let mirror = try ScratchFolder()
    let folder = try ScratchFolder()
    try FileManager.default.createDirectory(
      at: mirror.url.appendingPathComponent("big"), withIntermediateDirectories: true)
    try mirror.write(Self.content, to: "big/b.txt")
    let manifest = try manifest(at: "https://nowhere.test").mirrored(at: mirror.url.path + "/")
    try await DataDownload(manifest, into: folder.url, fetch: DataDownload.fromMirror)
      .bring(manifest.files[0])
    #expect(try folder.text(of: "b.txt") == Self.content)
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets
import Foundation
import Testing

struct DataLibraryTests {
  /// The set `tiny` with one file of content `hello`.
  private static let manifest = """
    {"name": "tiny", "title": "Tiny Set", "licence": "MIT", "citation": "Nobody, 2024",
     "splits": ["All test."], "shown": "Everything.", "faults": [],
     "sources": ["https://one.test/{file}"],
     "files": [{"name": "a.json", "bytes": 5, "examples": 1,
       "sha256": "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"}]}
    """

  private func bytes(in folder: ScratchFolder) async throws -> (bytes: [UInt8], path: String) {
    let manifest = try DataManifest(parsing: Self.manifest, named: "tiny.json")
    return try await DataLibrary().bytes(of: "a.json", in: manifest, from: folder.url.path)
  }

  @Test func aNamedFolderHasTheFileOrAFolderOfTheSet() async throws {
    let folder = try ScratchFolder()
    let nested = folder.url.appendingPathComponent("tiny")
    try FileManager.default.createDirectory(at: nested, withIntermediateDirectories: true)
    try folder.write("hello", to: "tiny/a.json")
    let found = try await bytes(in: folder)
    #expect(found.bytes == Array("hello".utf8))
    #expect(found.path == nested.appendingPathComponent("a.json").path)
    // What the folder itself has comes first, also when it is not the published file.
    try folder.write("mine!", to: "a.json")
    let error = await #expect(throws: DataError.self) { _ = try await bytes(in: folder) }
    #expect(error?.code == .wrongChecksum)
    #expect(folder.contains("tiny/a.json"))
  }

  @Test func aFileThatIsInNeitherIsMissedInTheFolderThatWasNamed() async throws {
    let folder = try ScratchFolder()
    let error = await #expect(throws: DataError.self) { _ = try await bytes(in: folder) }
    #expect(error?.code == .missingFile)
    let path = folder.url.appendingPathComponent("a.json").path
    #expect(error?.message.hasPrefix("\(path) does not exist: ") == true)
  }
}

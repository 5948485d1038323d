// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Datasets
import Foundation
import Testing

struct DataManifestTests {
  private static let hello = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"

  private func text(sha256: String = hello, bytes: String = "5") -> String {
    """
    {"name": "tiny", "title": "Tiny Set", "licence": "MIT", "citation": "Nobody, 2024",
     "splits": ["All test."], "shown": "Everything.", "faults": [],
     "sources": ["https://one.test/x/{file}"],
     "files": [{"name": "a.json", "sha256": "\(sha256)", "bytes": \(bytes), "examples": 1}]}
    """
  }

  @Test func aManifestIsReadInFull() throws {
    let manifest = try DataManifest(parsing: text(), named: "tiny.json")
    #expect(manifest.title == "Tiny Set")
    #expect(manifest.licence == "MIT")
    #expect(manifest.files.map(\.byteCount) == [5])
    #expect(manifest.splits == ["All test."])
    #expect(manifest.exposure == "Everything.")
    #expect(manifest.instructions == nil)
    #expect(manifest.addresses(of: manifest.files[0]) == ["https://one.test/x/a.json"])
  }

  @Test func aSetThatIsBroughtByHandSaysHowAndHasFilesWithoutAChecksum() throws {
    let folder = try ScratchFolder()
    let manifest = try DataManifest(
      parsing: """
        {"name": "hand", "title": "By Hand", "licence": "MIT", "citation": "Nobody, 2024",
         "splits": [], "shown": "Nothing.", "faults": ["One is wrong."], "obtain": "ask for DIR.",
         "files": [{"name": "b.csv", "examples": 7}]}
        """, named: "hand.json")
    #expect(manifest.files.isEmpty && manifest.sources.isEmpty)
    #expect(manifest.fileNames == ["b.csv"])
    #expect(manifest.exampleCount == 7)
    #expect(manifest.verify(folder.url).map(\.code) == [.missingFile])
    #expect(manifest.verify(folder.url)[0].message.hasSuffix("does not exist: ask for DIR."))
    let none = #expect(throws: DataError.self) {
      try manifest.uncheckedFile(named: "b.csv", from: nil)
    }
    #expect(none?.message == "By Hand is not fetched: ask for DIR.")
    try TextFile.write("x", to: folder.url.appendingPathComponent("hand/b.csv"))
    let nested = try manifest.uncheckedFile(named: "b.csv", from: folder.url.path)
    #expect(nested.path.hasSuffix("hand/b.csv"))
    try folder.write("x", to: "b.csv")
    #expect(manifest.verify(folder.url).isEmpty)
    let own = try manifest.uncheckedFile(named: "b.csv", from: folder.url.path)
    #expect(own.path == folder.url.appendingPathComponent("b.csv").path)
  }

  @Test func aDamagedManifestNamesWhatIsWrong() throws {
    let cases = [
      (text(sha256: "abc"), "sha256"), (text(bytes: "\"5\""), "bytes"), ("{}", "name"),
      ("{", "not JSON"),
    ]
    for (text, complaint) in cases {
      let error = #expect(throws: DataError.self) {
        try DataManifest(parsing: text, named: "tiny.json")
      }
      #expect(error?.code == .malformed)
      #expect(error?.message.hasPrefix("tiny.json") == true)
      #expect(error?.message.contains(complaint) == true)
    }
  }

  @Test func onlyThePinnedBytesPass() throws {
    let folder = try ScratchFolder()
    let manifest = try DataManifest(parsing: text(), named: "tiny.json")
    #expect(manifest.verify(folder.url).map(\.code) == [.missingFile])
    try folder.write("hellO", to: "a.json")
    #expect(manifest.verify(folder.url).map(\.code) == [.wrongChecksum])
    try folder.write("hello", to: "a.json")
    #expect(manifest.verify(folder.url).isEmpty)
    #expect(
      try manifest.verifiedBytes(of: manifest.files[0], in: folder.url) == Array("hello".utf8))
  }
}

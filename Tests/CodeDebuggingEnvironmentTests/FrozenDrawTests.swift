// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import CodeDebuggingEnvironment
import Foundation
import Testing

/// Compares `datasets/code-debugging` with what the engine makes of the programs now.
struct FrozenDrawTests {
  private static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private static let data = root.appendingPathComponent("datasets/code-debugging")
  private static let sources = root.appendingPathComponent(
    "Sources/Environments/CodeDebuggingEnvironment/Programs")

  private static func names(in folder: URL, _ isMade: (String) -> Bool) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).filter(isMade).sorted()
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")))
  func theFilesAreWhatTheEngineMakesOfThePrograms() throws {
    let scratch = FileManager.default.temporaryDirectory
      .appendingPathComponent("optobench-\(ProcessInfo.processInfo.globallyUniqueString)")
    defer { try? FileManager.default.removeItem(at: scratch) }
    let (data, sources) = (
      scratch.appendingPathComponent("data"), scratch.appendingPathComponent("sources")
    )
    for folder in [data, sources] {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }
    let engine = Process()
    engine.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    engine.arguments = ["-I", Self.data.appendingPathComponent("make.py").path]
    engine.arguments? += [data.path, sources.path]
    try engine.run()
    engine.waitUntilExit()
    try #require(engine.terminationStatus == 0)
    for (made, kept) in [(data, Self.data), (sources, Self.sources)] {
      let isMade = { (name: String) in
        name.hasSuffix(".jsonl") || name == "draw.json" || name.hasPrefix("FrozenDraw+")
      }
      let files = try Self.names(in: made, isMade)
      #expect(try files == Self.names(in: kept, isMade))
      for file in files {
        let texts = try [made, kept].map {
          try String(contentsOf: $0.appendingPathComponent(file), encoding: .utf8)
        }
        #expect(texts[0] == texts[1], "\(file) differs: see datasets/code-debugging/README.md")
      }
    }
  }

  @Test func theBuiltInProgramsAreThoseOfTheFilesWithTheirDigests() throws {
    let url = Self.data.appendingPathComponent("draw.json")
    let draw = try JSONValue(parsing: String(contentsOf: url, encoding: .utf8))
    #expect(draw["seed"] == 2406)
    #expect(try draw["programs"]?.intValue == FrozenDraw.programs.get().count)
    for group in FrozenDraw.groups {
      let file = Self.data.appendingPathComponent("\(group.name).jsonl")
      let text = try String(contentsOf: file, encoding: .utf8)
      #expect(text == group.lines + "\n", "\(group.name)")
      #expect(draw["sha256"]?[group.name]?.stringValue == ContentDigest(of: text).hex)
    }
  }

  @Test func everyProgramHasOneFaultAndEnoughTests() throws {
    let programs = try FrozenDraw.programs.get()
    #expect(programs.count >= 60)
    #expect(Set(programs.map(\.name)).count == programs.count)
    for program in programs {
      #expect(!program.specification.isEmpty)
      #expect(program.functions.count { $0.faulty != $0.correct } == 1, "\(program.name)")
      #expect(program.functions.allSatisfy { $0.correct != nil }, "\(program.name)")
      #expect(program.visible.count == 5 && program.hidden.count >= 8, "\(program.name)")
      #expect(Set(program.visible).isDisjoint(with: program.hidden), "\(program.name)")
    }
    #expect(programs.count { $0.functions.count > 1 } == 6)
  }
}

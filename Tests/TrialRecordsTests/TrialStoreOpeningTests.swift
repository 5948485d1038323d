// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import Testing
import TrialRecords

struct TrialStoreOpeningTests {
  private func code(_ path: String, _ access: TrialStore.Access) -> StoreError.Code? {
    #expect(throws: StoreError.self) { try TrialStore(path: path, access: access) }?.code
  }

  @Test func aMissingFileIsCreatedForWritingOnly() throws {
    let place = try TemporaryStore()
    defer { place.remove() }
    #expect(code(place.path, .reading) == .cannotOpen)
    #expect(!FileManager.default.fileExists(atPath: place.path))
    try TrialStore(path: place.path).close()
    try TrialStore(path: place.path, access: .reading).close()
  }

  @Test func aPathThatCanNeverBeAStoreIsRefusedInOneSentence() throws {
    let place = try TemporaryStore()
    defer { place.remove() }
    let devices = try FileManager.default.contentsOfDirectory(atPath: "/dev").sorted()
    let link = place.folder + "/link"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "/dev/null")
    for (path, problem) in [
      ("", "'' is no file"), (":memory:", "':memory:' is no file"),
      (place.folder, "\(place.folder) is a folder"),
      ("/dev/null", "/dev/null is no regular file"), (link, "\(link) is no regular file"),
    ] {
      for access in [TrialStore.Access.writing, .reading] {
        let error = #expect(throws: StoreError.self) {
          try TrialStore(path: path, access: access)
        }
        #expect(error?.code == .cannotOpen)
        #expect(error?.message.hasSuffix("\(problem): name a file with --store") == true)
      }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: place.folder) == ["link"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: "/dev").sorted() == devices)
  }

  @Test func aMissingFolderIsNotCreated() throws {
    let place = try TemporaryStore()
    defer { place.remove() }
    let error = #expect(throws: StoreError.self) {
      try TrialStore(path: place.folder + "/absent/results.sqlite")
    }
    #expect(error?.code == .cannotOpen)
    #expect(error?.message.contains("/absent/results.sqlite") == true)
  }

  @Test func aTextFileIsRefusedAndLeftAsItWas() throws {
    let place = try TemporaryStore()
    defer { place.remove() }
    let content = Data(String(repeating: "no database\n", count: 200).utf8)
    try content.write(to: URL(fileURLWithPath: place.path))
    #expect(code(place.path, .writing) == .notAStore)
    #expect(code(place.path, .reading) == .notAStore)
    #expect(try Data(contentsOf: URL(fileURLWithPath: place.path)) == content)
  }

  @Test func anotherProgramsDatabaseIsRefusedAndLeftAsItWas() throws {
    let place = try TemporaryStore()
    defer { place.remove() }
    let other = try DatabaseQueue(path: place.path)
    try other.write { db in try db.execute(sql: "CREATE TABLE note (text TEXT)") }
    try other.close()
    let content = try Data(contentsOf: URL(fileURLWithPath: place.path))
    #expect(code(place.path, .writing) == .notAStore)
    #expect(code(place.path, .reading) == .notAStore)
    #expect(try Data(contentsOf: URL(fileURLWithPath: place.path)) == content)
  }

  @Test func aNewerSchemaIsRefused() throws {
    let place = try TemporaryStore()
    defer { place.remove() }
    try TrialStore(path: place.path).close()
    let queue = try DatabaseQueue(path: place.path)
    try queue.write { db in
      try db.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('v9')")
    }
    try queue.close()
    #expect(code(place.path, .writing) == .newerSchema)
    #expect(code(place.path, .reading) == .newerSchema)
  }

  @Test func anEmptyFileBecomesAStoreButCannotBeRead() throws {
    let place = try TemporaryStore()
    defer { place.remove() }
    try Data().write(to: URL(fileURLWithPath: place.path))
    #expect(code(place.path, .reading) == .notAStore)
    try TrialStore(path: place.path).close()
  }

  @Test func aCreationThatWasInterruptedIsTakenUp() throws {
    let place = try TemporaryStore()
    defer { place.remove() }
    let queue = try DatabaseQueue(path: place.path)
    try queue.write { db in
      try db.execute(sql: "PRAGMA application_id = \(0x6F74_7062)")
      try db.execute(sql: "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
    }
    try queue.close()
    try TrialStore(path: place.path).close()
    try TrialStore(path: place.path, access: .reading).close()
  }

  @Test func aClosedStoreIsOneFile() async throws {
    let place = try TemporaryStore()
    defer { place.remove() }
    let store = try TrialStore(path: place.path)
    try await store.beginRun(.make(), trials: [.make()])
    let trials = try await store.trials()
    try store.close()
    #expect(try FileManager.default.contentsOfDirectory(atPath: place.folder) == ["results.sqlite"])
    let copy = place.folder + "/copy.sqlite"
    try FileManager.default.copyItem(atPath: place.path, toPath: copy)
    #expect(try await TrialStore(path: copy, access: .reading).trials() == trials)
  }

  @Test(arguments: [0.3, 0.5, 0.9])
  func aTruncatedFileIsReportedAsDamaged(part: Double) async throws {
    let place = try TemporaryStore()
    defer { place.remove() }
    let store = try TrialStore(path: place.path)
    let trials = (0..<200).map { TrialRecord.make(seed: $0) }
    try await store.beginRun(.make(), trials: trials)
    try store.close()
    let content = try Data(contentsOf: URL(fileURLWithPath: place.path))
    try content.prefix(Int(Double(content.count) * part)).write(
      to: URL(fileURLWithPath: place.path))
    let error = await #expect(throws: StoreError.self) {
      _ = try await TrialStore(path: place.path, access: .reading).results()
    }
    #expect(error?.code == .damaged)
    #expect(code(place.path, .writing) == .damaged)
  }

  @Test func aFileOfSchemaOneCanBeReadAsItIs() async throws {
    let place = try TemporaryStore()
    defer { place.remove() }
    let fixture = try #require(
      Bundle.module.path(forResource: "schema-1", ofType: "sqlite", inDirectory: "Fixtures"))
    try FileManager.default.copyItem(atPath: fixture, toPath: place.path)
    let store = try TrialStore(path: place.path, access: .reading)
    let results = try await store.results()
    #expect(results.callTotals.map(\.promptTokens) == [20])
    #expect(try await store.notes(ofRun: "run-1").isEmpty)
    let calls = try await store.modelCalls(of: results.trials[0].id)
    #expect(!calls.isEmpty && calls.allSatisfy { $0.isUsageEstimated == nil })
    try store.close()
  }

  /// Puts the table of notes back as it was before the fourth schema, with a note in it.
  private func takeNotesBackToSchemaThree(at path: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.write { db in
      try db.execute(
        sql: """
          DROP TABLE runNote;
          CREATE TABLE runNote (id INTEGER PRIMARY KEY NOT NULL,
            runID TEXT NOT NULL REFERENCES run (id) ON DELETE CASCADE, createdAt TEXT NOT NULL,
            kind TEXT NOT NULL CHECK (kind IN ('engine', 'budget')), message TEXT NOT NULL) STRICT;
          INSERT INTO runNote VALUES (7, 'run-1', 'then', 'engine', 'it died');
          DELETE FROM grdb_migrations WHERE identifier = 'v4';
          """)
    }
    try queue.close()
  }

  @Test func notesOfAnOlderSchemaStayAndOthersCanBeAdded() async throws {
    let place = try TemporaryStore()
    defer { place.remove() }
    var store = try TrialStore(path: place.path)
    try await store.beginRun(.make())
    try store.close()
    try takeNotesBackToSchemaThree(at: place.path)
    #expect(
      try await TrialStore(path: place.path, access: .reading).notes(ofRun: "run-1").map(\.message)
        == ["it died"])
    store = try TrialStore(path: place.path)
    try await store.append(
      RunNote(runID: "run-1", createdAt: "now", kind: .failure, message: "no model"))
    #expect(try await store.notes(ofRun: "run-1").map(\.kind) == [.engine, .failure])
    try store.close()
  }

  @Test(arguments: [TrialStore.Access.writing, .reading])
  func aFileOfSchemaOneOpensAndKeepsItsRows(access: TrialStore.Access) async throws {
    let place = try TemporaryStore()
    defer { place.remove() }
    let fixture = try #require(
      Bundle.module.path(forResource: "schema-1", ofType: "sqlite", inDirectory: "Fixtures"))
    try FileManager.default.copyItem(atPath: fixture, toPath: place.path)
    let content = try Data(contentsOf: URL(fileURLWithPath: place.path))
    let store = try TrialStore(path: place.path, access: access)
    let results = try await store.results()
    #expect(results.runs.map(\.id) == ["run-1"])
    try #require(results.trials.map(\.state) == [.complete, .failed])
    #expect(results.outcomes.map(\.outcome) == [.correct, .incorrect, .modelError])
    #expect(results.stepCounts.map(\.count) == [1])
    #expect(results.callTotals.map(\.promptTokens) == [20])
    let trial = results.trials[0]
    #expect(try await store.evaluations(of: trial.id).map(\.answer) == ["answer", "answer"])
    #expect(try await store.steps(of: trial.id).map(\.outcome) == [.updated])
    try store.close()
    guard access == .reading else { return }
    #expect(try Data(contentsOf: URL(fileURLWithPath: place.path)) == content)
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import TrialRecords

/// Each test runs in a process that gives up root, for whom no file is read-only.
struct TrialStorePermissionTests {
  @Test func aReadOnlyFileCanBeReadAndNotWritten() async throws {
    let place = try TemporaryStore()
    defer { place.remove() }
    let store = try TrialStore(path: place.path)
    try await store.beginRun(.make(), trials: [.make()])
    try store.close()
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: place.path)
    let path = place.path
    await #expect(processExitsWith: .success) { [path = path as String] in
      _ = seteuid(65534)
      let error = #expect(throws: StoreError.self) { try TrialStore(path: path) }
      #expect(error?.code == .readOnly)
      let store = try TrialStore(path: path, access: .reading)
      #expect(try await store.trials().count == 1)
    }
  }

  @Test func aStoreInAReadOnlyFolderCanBeReadAndNotWritten() async throws {
    let place = try TemporaryStore()
    defer { place.remove() }
    let store = try TrialStore(path: place.path)
    try await store.beginRun(.make(), trials: [.make()])
    try store.close()
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: place.path)
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: place.folder)
    let path = place.path
    await #expect(processExitsWith: .success) { [path = path as String] in
      _ = seteuid(65534)
      let error = #expect(throws: StoreError.self) { try TrialStore(path: path) }
      #expect(error?.code == .readOnly || error?.code == .cannotOpen)
      let store = try TrialStore(path: path, access: .reading)
      #expect(try await store.results().trials.count == 1)
    }
    try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: place.folder)
  }

  @Test func writingThroughAStoreOpenedForReadingFails() async throws {
    let place = try TemporaryStore()
    defer { place.remove() }
    try TrialStore(path: place.path).close()
    let store = try TrialStore(path: place.path, access: .reading)
    let error = await #expect(throws: StoreError.self) { try await store.beginRun(.make()) }
    #expect(error?.code == .readOnly)
  }
}

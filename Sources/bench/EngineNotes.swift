// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation
import LanguageModels
import Runner
import Synchronization
import TrialRecords

/// What happened to the engines of a run, to be kept beside its trials when it ends.
final class EngineNotes: Sendable {
  private let runID: RunRecord.ID
  private let now: @Sendable () -> Double
  private let notes = Mutex<[RunNote]>([])

  init(runID: RunRecord.ID, now: @escaping @Sendable () -> Double) {
    self.runID = runID
    self.now = now
  }

  /// Takes an event that is about an engine, and no other.
  func take(_ event: RunEvent) {
    guard case .engine(let event) = event else { return }
    let note = RunNote(
      runID: runID, createdAt: Date(timeIntervalSince1970: now()).ISO8601Format(), kind: .engine,
      message: event.description)
    notes.withLock { $0.append(note) }
  }

  /// Stores what was taken.
  ///
  /// - Throws: `StoreError`.
  func keep(in store: TrialStore) async throws {
    for note in notes.withLock(\.self) { try await store.append(note) }
  }
}

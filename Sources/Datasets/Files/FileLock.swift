// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Keeps other processes, and other tasks of this one, from doing the same work on a file at once.
///
/// The lock is an advisory one on a file of its own, which stays; the system releases it when a
/// process ends, however it ends.
struct FileLock {
  private static let pause = Duration.milliseconds(50)

  private let url: URL

  /// Names the lock of a file, which need not exist; its folder does.
  init(of target: URL) { url = target.appendingPathExtension("lock") }

  /// Runs `body` while no one else holds the lock.
  ///
  /// - Throws: ``DataError`` with code `unwritable` when the lock's file cannot be made, what `body`
  ///   throws, and `CancellationError` while it waits.
  func withLock(_ body: () async throws -> Void) async throws {
    let descriptor = open(url.path, O_CREAT | O_RDWR | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw DataError(
        .unwritable, "\(url.path) cannot be written: check the folder's permissions.")
    }
    defer { close(descriptor) }
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard [EWOULDBLOCK, EINTR].contains(errno) else {
        throw DataError(.unwritable, "\(url.path) cannot be locked: name a folder on another disk.")
      }
      try await Task.sleep(for: Self.pause)
    }
    try await body()
  }
}

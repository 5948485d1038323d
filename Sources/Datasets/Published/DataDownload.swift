// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
package import Foundation

/// Brings the files of a published set into a folder, each checked against its pin.
package struct DataDownload: Sendable {
  /// Gets a piece of the file at an address, or the whole file, or throws an error whose
  /// description says why not.
  package typealias Fetch =
    @Sendable (_ address: String, _ piece: DataPiece) async throws
    -> [UInt8]
  /// Is told how many bytes of a file are there.
  package typealias Progress = @Sendable (_ file: PinnedFile, _ received: Int) -> Void

  private let manifest: DataManifest
  private let folder: URL
  private let fetch: Fetch
  private let onProgress: Progress

  /// Prepares a download; nothing is fetched before ``bring(_:)``.
  ///
  /// - Parameters:
  ///   - manifest: The set.
  ///   - folder: Where the files belong; it is created when it is not there.
  ///   - fetch: How to get the bytes at an address.
  ///   - onProgress: Is told after each piece.
  package init(
    _ manifest: DataManifest, into folder: URL, fetch: @escaping Fetch,
    onProgress: @escaping Progress = { _, _ in }
  ) {
    self.manifest = manifest
    self.folder = folder
    self.fetch = fetch
    self.onProgress = onProgress
  }

  /// Makes sure that a file is in the folder, fetching it from the first source that has it.
  ///
  /// A file that is there is left as it is, also when its bytes are not the published ones. A
  /// fetched file appears whole or not at all, and only with the published bytes. What was received
  /// before a connection broke is kept in a file ending in `.part`, from which the next attempt
  /// goes on, also one of another process. Of several processes that want the file at once one
  /// fetches it and the others wait for it.
  ///
  /// - Parameter file: One of the manifest's files.
  /// - Throws: ``DataError`` with code `wrongChecksum` when another file is there under that name,
  ///   with code `unavailable` when no source gave the published bytes, with code `unwritable`;
  ///   `CancellationError` when the task was cancelled.
  package func bring(_ file: PinnedFile) async throws {
    let url = folder.appendingPathComponent(file.name)
    if FileManager.default.fileExists(atPath: url.path) {
      _ = try manifest.verifiedBytes(of: file, in: folder)
      return
    }
    try TextFile.makeFolder(folder)
    try await FileLock(of: url).withLock {
      if FileManager.default.fileExists(atPath: url.path) {
        _ = try manifest.verifiedBytes(of: file, in: folder)
      } else {
        try await obtain(file, as: url)
      }
    }
  }

  /// Fetches a file from the first source that has it.
  private func obtain(_ file: PinnedFile, as url: URL) async throws {
    var failures: [String] = []
    for address in manifest.addresses(of: file) {
      do {
        let partial = PartialFile(of: url)
        let isResumed = partial.byteCount > 0
        if try await receive(file, from: address, into: partial) { return }
        // What an earlier attempt left may be what is wrong.
        if isResumed, try await receive(file, from: address, into: partial) { return }
        failures.append("\(address) gave other bytes than the published ones")
      } catch let error as DataError {
        throw error
      } catch {
        try Task.checkCancellation()
        failures.append("\(address): \(error)")
      }
    }
    throw unavailable(file, failures)
  }

  /// Receives what is missing of a file; false when it does not become the published one, and then
  /// nothing of it is kept.
  private func receive(
    _ file: PinnedFile, from address: String, into partial: PartialFile
  ) async throws -> Bool {
    var received = partial.byteCount
    while received < file.byteCount {
      let piece = DataPiece(after: received, of: file)
      let bytes = try await fetch(address, piece)
      try Task.checkCancellation()
      if bytes.count == file.byteCount {
        partial.discard()
        received = 0
      } else if bytes.count != piece.range.count {
        break
      }
      try partial.append(bytes)
      received += bytes.count
      onProgress(file, received)
    }
    guard received == file.byteCount,
      ContentDigest(ofBytes: try partial.bytes()) == file.digest
    else {
      partial.discard()
      return false
    }
    try partial.finish()
    return true
  }

  private func unavailable(_ file: PinnedFile, _ failures: [String]) -> DataError {
    DataError(
      .unavailable,
      "\(file.name) of \(manifest.title) could not be fetched "
        + "(\(failures.joined(separator: "; "))): put it into \(folder.path) by hand, or name "
        + "a folder that has the set's \(manifest.fileCountText) with --data-dir."
    )
  }
}

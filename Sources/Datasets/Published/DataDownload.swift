// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
package import Foundation

/// Brings the files of a published set into a folder, each checked against its pin.
package struct DataDownload: Sendable {
  /// Gets the bytes at an address, or throws an error whose description says why not.
  package typealias Fetch = @Sendable (_ address: String, _ byteLimit: Int) async throws -> [UInt8]

  private let manifest: DataManifest
  private let folder: URL
  private let fetch: Fetch

  /// Prepares a download; nothing is fetched before ``bring(_:)``.
  ///
  /// - Parameters:
  ///   - manifest: The set.
  ///   - folder: Where the files belong; it is created when it is not there.
  ///   - fetch: How to get the bytes at an address.
  package init(_ manifest: DataManifest, into folder: URL, fetch: @escaping Fetch) {
    self.manifest = manifest
    self.folder = folder
    self.fetch = fetch
  }

  /// Makes sure that a file is in the folder, fetching it from the first source that has it.
  ///
  /// A file that is there is left as it is, also when its bytes are not the published ones. A
  /// fetched file appears whole or not at all, and only with the published bytes.
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
    var failures: [String] = []
    for address in manifest.addresses(of: file) {
      do {
        let bytes = try await fetch(address, file.byteCount)
        if ContentDigest(ofBytes: bytes) == file.digest {
          try TextFile.write(bytes, to: url)
          return
        }
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

  private func unavailable(_ file: PinnedFile, _ failures: [String]) -> DataError {
    DataError(
      .unavailable,
      "\(file.name) of \(manifest.title) could not be fetched "
        + "(\(failures.joined(separator: "; "))): put it into \(folder.path) by hand, or name "
        + "a folder that has the set's \(manifest.files.count) files with --data-dir."
    )
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import Foundation

/// Where published sets are on this machine: in a folder that the user names, or in the cache,
/// filled from their publishers.
package struct DataLibrary: Sendable {
  private let fetch: DataDownload.Fetch
  private let cache: @Sendable () throws -> URL

  /// Creates a library.
  ///
  /// - Parameters:
  ///   - fetch: How the publishers' files are got when no folder is named.
  ///   - cache: Under which folder they are kept.
  package init(
    fetch: @escaping DataDownload.Fetch = DataDownload.overHTTP,
    cache: @escaping @Sendable () throws -> URL = { try CacheDirectory.locate() }
  ) {
    self.fetch = fetch
    self.cache = cache
  }

  /// The folder of a set within the cache, which need not exist.
  ///
  /// - Throws: ``DataError`` when there is no cache folder.
  package func cacheFolder(of manifest: DataManifest) throws -> URL {
    try cache().appendingPathComponent("data/\(manifest.name)", isDirectory: true)
  }

  /// The bytes of a file of a set, checked against their pin.
  ///
  /// - Parameters:
  ///   - name: The name of one of the set's files.
  ///   - manifest: The set.
  ///   - directory: A folder that has the file, or a folder of the set's name with the file, and is
  ///     not changed; nil for the cache, into which the file is fetched when it is not there.
  /// - Returns: The bytes, and the path that errors about them should give.
  /// - Throws: ``DataError`` when the file is missing and cannot be fetched, or is not the
  ///   published one; `CancellationError`.
  package func bytes(
    of name: String, in manifest: DataManifest, from directory: String?
  ) async throws -> (bytes: [UInt8], path: String) {
    let file = try manifest.file(named: name)
    let url: URL
    if let directory {
      url = manifest.location(of: name, in: directory)
    } else {
      let folder = try cacheFolder(of: manifest)
      try await DataDownload(manifest, into: folder, fetch: fetch).bring(file)
      url = folder.appendingPathComponent(name)
    }
    let bytes = try manifest.verifiedBytes(of: file, in: url.deletingLastPathComponent())
    return (bytes, url.path)
  }
}

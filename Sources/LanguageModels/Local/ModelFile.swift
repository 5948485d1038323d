// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Foundation

/// A model's file in the cache, and what is known about its bytes.
struct ModelFile {
  let model: CatalogModel
  let path: String

  init(model: CatalogModel, cacheDirectory: String) {
    self.model = model
    path = model.path(inCacheDirectory: cacheDirectory)
  }

  /// Whether the file was verified earlier and was not touched since.
  ///
  /// The set-up leaves a stamp beside the file, with the digest it found and the file's length and
  /// time, because reading a gigabyte at each start would take longer than the start itself.
  var isVerified: Bool {
    guard let status = FileStatus(path: path), status.byteCount == model.byteCount,
      let text = try? String(contentsOfFile: path + ".verified", encoding: .utf8),
      let facts = try? JSONValue(parsing: text)
    else { return false }
    return facts["sha256"]?.stringValue == model.digest.hex
      && facts["bytes"]?.intValue == status.byteCount
      && facts["modified_nanoseconds"]?.intValue == status.modifiedNanoseconds
  }
}

/// Length and time of a file.
private struct FileStatus {
  let byteCount: Int
  let modifiedNanoseconds: Int

  init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    byteCount = Int(status.st_size)
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    modifiedNanoseconds = Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
  }
}

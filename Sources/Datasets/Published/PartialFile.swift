// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The bytes of a download that has not ended, beside the file that it will become.
struct PartialFile {
  private let url: URL
  private let target: URL

  /// Names the partial file of a target, which need not exist.
  init(of target: URL) {
    self.target = target
    url = target.appendingPathExtension("part")
  }

  /// How many bytes an earlier attempt left.
  var byteCount: Int {
    let size = try? url.resourceValues(forKeys: [.fileSizeKey]).fileSize
    return size ?? 0
  }

  /// Adds bytes at the end.
  func append(_ bytes: [UInt8]) throws(DataError) {
    guard byteCount > 0 else {
      try TextFile.write(bytes, to: url)
      return
    }
    do {
      let handle = try FileHandle(forWritingTo: url)
      defer { try? handle.close() }
      try handle.seekToEnd()
      try handle.write(contentsOf: Data(bytes))
    } catch {
      throw DataError(
        .unwritable,
        "\(url.path) cannot be written: check the folder's permissions and the space left.")
    }
  }

  /// All bytes so far.
  func bytes() throws(DataError) -> [UInt8] { try TextFile.bytes(of: url) }

  /// Forgets what was received.
  func discard() { try? FileManager.default.removeItem(at: url) }

  /// Becomes the target, in one step.
  func finish() throws(DataError) {
    do {
      try FileManager.default.moveItem(at: url, to: target)
    } catch {
      throw DataError(
        .unwritable, "\(target.path) cannot be written: check the folder's permissions.")
    }
  }
}

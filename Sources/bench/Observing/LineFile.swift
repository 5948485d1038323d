// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Synchronization

/// A file, or standard error, to which whole lines are appended, from any thread.
final class LineFile: Sendable {
  private let handle: Mutex<FileHandle>

  /// Opens a file to append to, with the folder that it is in.
  ///
  /// - Throws: `LineFileError` when it cannot be written.
  init(path: String) throws {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    if !FileManager.default.fileExists(atPath: path) {
      _ = FileManager.default.createFile(atPath: path, contents: nil)
    }
    guard let handle = FileHandle(forWritingAtPath: path) else { throw LineFileError(path: path) }
    _ = try handle.seekToEnd()
    self.handle = Mutex(handle)
  }

  /// Appends to standard error.
  init() { handle = Mutex(.standardError) }

  /// Appends a line; one that finds no room on the disk is lost, and the run goes on.
  func append(_ line: String) {
    handle.withLock { handle in
      try? handle.write(contentsOf: Data((line + "\n").utf8))
    }
  }
}

/// A file that cannot be written, in one sentence.
struct LineFileError: Error, CustomStringConvertible {
  let path: String

  var description: String {
    "the file \(path) cannot be written: make its folder writable, or name another with --log or "
      + "--events"
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Synchronization

/// A file, or standard error, to which whole lines are appended, from any thread.
final class LineFile: Sendable {
  private let handle: Mutex<FileHandle>

  /// Opens a file to append to, with the folder that it is in; a pipe or device as it is.
  ///
  /// Lines of several processes that append to one file do not overwrite each other.
  ///
  /// - Throws: `LineFileError` when it cannot be written.
  init(path: String) throws(LineFileError) {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw LineFileError(path: path) }
    handle = Mutex(FileHandle(fileDescriptor: descriptor, closeOnDealloc: true))
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

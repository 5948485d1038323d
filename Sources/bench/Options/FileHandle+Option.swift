// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation

extension FileHandle {
  /// Creates a file that an option names, or empties the one that is there.
  ///
  /// - Parameters:
  ///   - path: Where the file is.
  ///   - option: The option, for the error.
  /// - Returns: The file, open for writing.
  /// - Throws: `ValidationError` when the file cannot be written.
  static func creating(_ path: String, for option: String) throws -> FileHandle {
    guard FileManager.default.createFile(atPath: path, contents: nil),
      let file = FileHandle(forWritingAtPath: path)
    else {
      throw ValidationError(
        "\(option) cannot write \(path): name a file in a folder that is writable.")
    }
    return file
  }
}

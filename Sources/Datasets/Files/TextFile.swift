// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import Foundation

/// Whole files as text, with errors that name the file.
package enum TextFile {
  /// The bytes of a file.
  ///
  /// - Parameter url: A file's location.
  /// - Returns: The file's bytes.
  /// - Throws: ``DataError`` with code `missingFile` or `unreadable`.
  package static func bytes(of url: URL) throws(DataError) -> [UInt8] {
    guard FileManager.default.fileExists(atPath: url.path) else {
      throw DataError(.missingFile, "\(url.path) does not exist: check the path.")
    }
    do {
      return Array(try Data(contentsOf: url))
    } catch {
      throw DataError(
        .unreadable,
        "\(url.path) cannot be read: check that it is a file and that you may read it."
      )
    }
  }

  /// The content of a file that must be UTF-8.
  ///
  /// - Parameter url: A file's location.
  /// - Returns: The file's text, without a byte order mark.
  /// - Throws: ``DataError`` with code `missingFile`, `unreadable` or `malformed`.
  package static func text(of url: URL) throws(DataError) -> String {
    let bytes = try bytes(of: url)
    guard let text = String(validating: bytes.withoutByteOrderMark, as: UTF8.self) else {
      throw DataError(.malformed, "\(url.path) is not UTF-8 text: save it as UTF-8.")
    }
    return text
  }

  /// Writes a file in one step, creating the folders above it.
  ///
  /// - Parameters:
  ///   - text: The new content.
  ///   - url: The file's location; a file that is there is replaced.
  /// - Throws: ``DataError`` with code `unwritable`.
  package static func write(_ text: String, to url: URL) throws(DataError) {
    try write(Array(text.utf8), to: url)
  }

  /// Writes a file's bytes in one step, creating the folders above it.
  ///
  /// - Parameters:
  ///   - bytes: The new content.
  ///   - url: The file's location; a file that is there is replaced.
  /// - Throws: ``DataError`` with code `unwritable`.
  package static func write(_ bytes: [UInt8], to url: URL) throws(DataError) {
    try makeFolder(url.deletingLastPathComponent())
    do {
      try Data(bytes).write(to: url, options: .atomic)
    } catch {
      throw DataError(
        .unwritable,
        "\(url.path) cannot be written: check the folder's permissions and the space left."
      )
    }
  }

  /// Makes sure that there is a folder, and those above it.
  ///
  /// - Throws: ``DataError`` with code `unwritable`.
  static func makeFolder(_ url: URL) throws(DataError) {
    do {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    } catch {
      throw DataError(
        .unwritable, "\(url.path) cannot be created: check the permissions of the folder above it.")
    }
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import Foundation

extension DataManifest {
  /// Where a file of the set is in a folder that the user named.
  ///
  /// - Parameters:
  ///   - file: The file's name.
  ///   - directory: A folder with the set's files, or with a folder of the set's name that has them.
  /// - Returns: The first of the two places that has the file, else the place in the folder itself.
  package func location(of file: String, in directory: String) -> URL {
    let folder = URL(fileURLWithPath: directory, isDirectory: true)
    let own = folder.appendingPathComponent(file)
    let nested = folder.appendingPathComponent(name, isDirectory: true).appendingPathComponent(file)
    let isNested =
      !FileManager.default.fileExists(atPath: own.path)
      && FileManager.default.fileExists(atPath: nested.path)
    return isNested ? nested : own
  }

  /// Where to put the set's files for a folder that the user named.
  ///
  /// - Parameters:
  ///   - directory: What the user named.
  ///   - isOnlySet: Whether the user named no other set beside it.
  /// - Returns: The folder itself for the only set unless it has a folder of the set's name, else the
  ///   folder of the set's name.
  package func folder(in directory: String, isOnlySet: Bool) -> URL {
    let folder = URL(fileURLWithPath: directory, isDirectory: true)
    let nested = folder.appendingPathComponent(name, isDirectory: true)
    let isNested = FileManager.default.fileExists(atPath: nested.path)
    return isOnlySet && !isNested ? folder : nested
  }

  /// What to tell somebody who named no folder for a set that is not fetched.
  package var needsFolder: DataError {
    DataError(.unavailable, "\(title) is not fetched: \(instructions ?? "name its --data-dir.")")
  }

  /// The place of one of the ``uncheckedFiles``, whose bytes nothing can be compared with.
  ///
  /// - Parameters:
  ///   - name: The file's name.
  ///   - directory: The folder that the user named, or nil.
  /// - Returns: Where the file is.
  /// - Throws: ``DataError`` with code `unavailable` when no folder is named, with code `missingFile`
  ///   when the file is not there; both say how to get it.
  package func uncheckedFile(named name: String, from directory: String?) throws(DataError) -> URL {
    guard let directory else { throw needsFolder }
    let url = location(of: name, in: directory)
    guard FileManager.default.fileExists(atPath: url.path) else {
      throw DataError(
        .missingFile, "\(url.path) does not exist: \(instructions ?? "put the file there.")")
    }
    return url
  }
}

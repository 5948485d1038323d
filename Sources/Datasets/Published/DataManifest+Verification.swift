// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
package import Foundation

extension DataManifest {
  /// The bytes of one file of the set, after checking them against its pin.
  ///
  /// - Parameters:
  ///   - file: One of ``files``.
  ///   - folder: The folder that holds it.
  /// - Returns: The file's bytes.
  /// - Throws: ``DataError`` with code `missingFile`, `unreadable` or `wrongChecksum`. The file is
  ///   left as it is.
  package func verifiedBytes(of file: PinnedFile, in folder: URL) throws(DataError) -> [UInt8] {
    let url = folder.appendingPathComponent(file.name)
    guard FileManager.default.fileExists(atPath: url.path) else {
      throw DataError(
        .missingFile,
        "\(url.path) does not exist: "
          + (instructions
            ?? "put the \(fileCountText) of \(title) into that folder, the first source being "
            + "\(addresses(of: file).first ?? "the publisher").")
      )
    }
    let bytes = try TextFile.bytes(of: url)
    guard ContentDigest(ofBytes: bytes) == file.digest else {
      throw DataError(
        .wrongChecksum,
        "\(url.path) is not the published file (\(bytes.count) bytes where \(file.byteCount) are "
          + "expected, or other content): move it away and fetch it again."
      )
    }
    return bytes
  }

  /// Checks every file of the set; those without a checksum only have to be there.
  ///
  /// - Parameter folder: The folder that holds them, or a folder of the set's name with them.
  /// - Returns: One error for each file that is missing or has other bytes, in manifest order;
  ///   empty when all is well.
  package func verify(_ folder: URL) -> [DataError] {
    var faults: [DataError] = []
    for file in files {
      do throws(DataError) {
        let url = location(of: file.name, in: folder.path)
        _ = try verifiedBytes(of: file, in: url.deletingLastPathComponent())
      } catch {
        faults.append(error)
      }
    }
    for file in uncheckedFiles {
      do throws(DataError) {
        _ = try uncheckedFile(named: file.name, from: folder.path)
      } catch {
        faults.append(error)
      }
    }
    return faults
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import Foundation

/// A folder of `datasets` whose files are what a generator writes.
package struct FrozenFolder: Sendable {
  /// Where the folder is in this checkout.
  package let url: URL

  /// Names a folder.
  package init(_ name: String) {
    url = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("datasets/\(name)")
  }

  /// Compares the files with what is written now.
  ///
  /// With the variable `OPTOBENCH_WRITE_DATASETS` set, the files are written anew instead, and the
  /// difference shows in version control.
  ///
  /// - Parameter write: Writes all files into a folder.
  /// - Returns: The names of files that differ, or that only one side has.
  /// - Throws: what the file system or `write` throws.
  package func differences(writing write: (URL) throws -> Void) throws -> [String] {
    if ProcessInfo.processInfo.environment["OPTOBENCH_WRITE_DATASETS"] != nil { try write(url) }
    let scratch = try TemporaryFolder()
    let written = URL(fileURLWithPath: scratch.path)
    try write(written)
    let names = try [url, written].map { folder in
      Set(
        try FileManager.default.contentsOfDirectory(atPath: folder.path)
          .filter { $0.hasSuffix(".jsonl") })
    }
    return try names[0].union(names[1]).sorted().filter { name in
      guard names.allSatisfy({ $0.contains(name) }) else { return true }
      return try Data(contentsOf: url.appendingPathComponent(name))
        != Data(contentsOf: written.appendingPathComponent(name))
    }
  }
}

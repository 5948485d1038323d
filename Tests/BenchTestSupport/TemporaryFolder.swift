// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A new folder that is deleted with this value.
package final class TemporaryFolder: Sendable {
  /// Where the folder is.
  package let path: String

  /// Creates an empty folder among the system's temporary files.
  ///
  /// - Throws: what the file system throws.
  package init() throws {
    path = NSTemporaryDirectory() + "optobench-test-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of a file of the folder.
  package func file(_ name: String) -> String { path + "/" + name }
}

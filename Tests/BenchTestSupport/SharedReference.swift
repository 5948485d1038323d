// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import CanonicalJSON
package import Foundation

/// The folder with published data and recorded reference values that some machines have beside the
/// checkout, or where the environment variable `OPTOBENCH_SHARED` says.
package enum SharedReference {
  /// A file or folder in it, or nil on a machine without it.
  package static func file(_ path: String) -> URL? {
    let named = ProcessInfo.processInfo.environment["OPTOBENCH_SHARED"]
    let beside = ancestors.map { $0.appendingPathComponent("shared") }
    let candidates = named.map { [URL(fileURLWithPath: $0)] } ?? beside
    return candidates.map { $0.appendingPathComponent(path) }
      .first { FileManager.default.fileExists(atPath: $0.path) }
  }

  /// Reads a recorded file; null where there is none.
  package static func read(_ url: URL?) throws -> JSONValue {
    guard let url else { return .null }
    return try JSONValue(parsing: String(contentsOf: url, encoding: .utf8))
  }

  private static var ancestors: [URL] {
    var folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    var result: [URL] = []
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      result.append(folder)
    }
    return result
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Foundation

/// The files that the public library's results are kept in, outside the repository.
enum GoldenFiles {
  static let folder: URL? = {
    if let path = ProcessInfo.processInfo.environment["OPTOBENCH_SHARED"] {
      return existing(URL(fileURLWithPath: path).appendingPathComponent("golden"))
    }
    var directory = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    while directory.path != "/" {
      directory.deleteLastPathComponent()
      if let found = existing(directory.appendingPathComponent("shared/golden")) { return found }
    }
    return nil
  }()

  static var isPresent: Bool { folder != nil }

  static func graphPrograms() throws -> [JSONValue] {
    guard let folder else { return [] }
    let file = folder.appendingPathComponent("opentrace_graphs.json")
    let text = try String(contentsOf: file, encoding: .utf8)
    return try JSONValue(parsing: text)["programs"]?.arrayValue ?? []
  }

  private static func existing(_ folder: URL) -> URL? {
    FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import CanonicalJSON
import Foundation

/// The files that the public library's results are kept in, outside the repository.
enum GoldenFiles {
  static let folder = SharedReference.file("golden")

  static var isPresent: Bool { folder != nil }

  static func graphPrograms() throws -> [JSONValue] {
    guard let folder else { return [] }
    let file = folder.appendingPathComponent("opentrace_graphs.json")
    let text = try String(contentsOf: file, encoding: .utf8)
    return try JSONValue(parsing: text)["programs"]?.arrayValue ?? []
  }
}

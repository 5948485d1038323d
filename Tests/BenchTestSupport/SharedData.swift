// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import Foundation

/// The folder with published data sets that some machines have beside the checkout.
package enum SharedData {
  /// The publisher's BBH files, or `nil` on a machine without them.
  package static let bigBenchHard = folder("data/bbh")
  /// The publisher's GSM8K files, or `nil` on a machine without them.
  package static let gsm8k = folder("data/gsm8k")
  /// Index lists of published splits, or `nil` on a machine without them.
  package static let splits = folder("data/splits")

  private static func folder(_ path: String) -> URL? {
    let named = ProcessInfo.processInfo.environment["OPTOBENCH_SHARED"]
    let candidates =
      named.map { [URL(fileURLWithPath: $0)] }
      ?? ancestors.map { $0.appendingPathComponent("shared") }
    return candidates.map { $0.appendingPathComponent(path) }
      .first { FileManager.default.fileExists(atPath: $0.path) }
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

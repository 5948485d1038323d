// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// What a user has to know about how a replay compares with its recording.
struct ReplayNotice {
  let trials: Int
  let differences: [String]

  /// Writes the notice to standard error.
  func write() {
    var lines = differences.map { "bench: \($0)" }
    if differences.isEmpty {
      lines.append("bench: all rows of \(trials) trials are those of the recording")
    }
    FileHandle.standardError.write(Data((lines.joined(separator: "\n") + "\n").utf8))
  }
}

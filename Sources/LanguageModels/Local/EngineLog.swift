// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// What a local engine wrote about itself.
struct EngineLog {
  let path: String

  /// The last complaint, or else the last line, as the end of a sentence; empty without one.
  var ending: String {
    guard let handle = FileHandle(forReadingAtPath: path) else { return "" }
    defer { try? handle.close() }
    let tail: UInt64 = 8 << 10
    let length = (try? handle.seekToEnd()) ?? 0
    try? handle.seek(toOffset: length > tail ? length - tail : 0)
    guard let data = try? handle.readToEnd() else { return "" }
    let lines = String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline)
    // llama.cpp marks its errors with the letter; what Python adds below them tells less.
    let complaint = lines.last { $0.contains(" E ") } ?? lines.last { $0.contains("rror: ") }
    guard let line = complaint ?? lines.last else { return "" }
    let words = line.split(whereSeparator: \.isWhitespace).joined(separator: " ").prefix(300)
    return "; its log \(path) says: \(words)"
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Logging

/// Writes log messages as lines of a file: time in UTC, level, message, values.
struct RunLogHandler: LogHandler {
  let file: LineFile
  let now: @Sendable () -> Double
  var logLevel = Logger.Level.info
  var metadata: Logger.Metadata = [:]

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let time = Date(timeIntervalSince1970: now()).ISO8601Format()
    let values = metadata.merging(event.metadata ?? [:]) { _, new in new }
      .sorted { $0.key < $1.key }.map { " \($0.key)=\(Self.quoted("\($0.value)"))" }
    file.append("\(time) \(event.level) \(event.message)\(values.joined())")
  }

  /// A value as one word of a line.
  private static func quoted(_ value: String) -> String {
    let isPlain = value.wholeMatch(of: /[^\s"=]+/) != nil
    guard !isPlain else { return value }
    let escaped = value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      .replacing("\n", with: "\\n")
    return "\"\(escaped)\""
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// What runs on this machine, as the kernel tells it.
enum RunningProcesses {
  /// Whether the process exists and is not only waiting for its parent to take note of its end.
  static func isAlive(_ processID: Int32) -> Bool {
    guard let text = try? String(contentsOfFile: "/proc/\(processID)/stat", encoding: .utf8),
      let end = text.lastIndex(of: ")")
    else { return false }
    return !text[text.index(after: end)...].hasPrefix(" Z")
  }

  /// The living processes whose command line contains a text.
  static func withCommand(containing text: String) -> [Int32] {
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return entries.compactMap { Int32($0) }.filter { number in
      command(of: number).contains(text) && isAlive(number)
    }
  }

  /// The command line of a process, arguments separated by zero bytes; empty when it is gone.
  static func command(of processID: Int32) -> String {
    let data = FileManager.default.contents(atPath: "/proc/\(processID)/cmdline") ?? Data()
    return String(decoding: data, as: UTF8.self)
  }

  /// The command lines of all processes, arguments separated by zero bytes.
  static var allCommands: [String] {
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return entries.compactMap { Int32($0) }.map { command(of: $0) }
  }
}

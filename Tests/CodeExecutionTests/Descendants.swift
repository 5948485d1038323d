// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Looks at processes by /proc.
enum Descendants {
  private static func text(_ process: pid_t, _ name: String) -> String? {
    try? String(contentsOfFile: "/proc/\(process)/\(name)", encoding: .utf8)
  }

  /// The fields of `stat` after the command's name: state, parent, ...
  private static func fields(_ process: pid_t) -> [Substring]? {
    text(process, "stat")?.split(separator: ")").last?.split(separator: " ")
  }

  private static func command(_ process: pid_t) -> String {
    (text(process, "cmdline") ?? "").replacingOccurrences(of: "\0", with: " ")
  }

  /// Whether a process exists and has not ended.
  static func isAlive(_ process: pid_t) -> Bool {
    fields(process).map { $0[0] != "Z" && $0[0] != "X" } ?? false
  }

  /// The descendants of this process that live at or below one whose command line contains `text`,
  /// which is any for an empty text.
  static func atOrBelow(_ text: String) -> Set<pid_t> {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    var parents: [pid_t: pid_t] = [:]
    for process in names.compactMap({ pid_t($0) }) {
      guard let fields = fields(process), fields[0] != "Z" else { continue }
      parents[process] = pid_t(fields[1])
    }
    let found = parents.keys.filter { process in
      var step = process
      var isNamed = false
      while let parent = parents[step], parent > 1 {
        isNamed = isNamed || text.isEmpty || command(step).contains(text)
        if parent == getpid() { return isNamed }
        step = parent
      }
      return false
    }
    return Set(found)
  }

  /// Waits until there are this many; the test's own time limit is the only one.
  static func wait(atOrBelow text: String, for count: Int) async throws -> Set<pid_t> {
    while true {
      let found = atOrBelow(text)
      if found.count == count { return found }
      try await Task.sleep(for: .milliseconds(10))
    }
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// This process and all below it, as /proc tells of them.
enum ProcessTree {
  /// The fields of a process's `stat` after the name of its command: state, parent, ...
  private static func fields(of process: pid_t) -> [Substring]? {
    guard let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8) else {
      return nil
    }
    return text.split(separator: ")").last?.split(separator: " ")
  }

  /// The processes below this one that have not ended.
  ///
  /// - Complexity: O(*n* *d*) in the machine's processes and the depth of their tree.
  static var descendants: [pid_t] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    var parents: [pid_t: pid_t] = [:]
    for process in names.compactMap({ pid_t($0) }) {
      guard let fields = fields(of: process), fields[0] != "Z" else { continue }
      parents[process] = pid_t(fields[1])
    }
    return parents.keys.filter { process in
      var step = process
      while let parent = parents[step], parent > 1 {
        if parent == getpid() { return true }
        step = parent
      }
      return false
    }
  }

  /// Processor time of this process, of those below it, and of all those that they waited for.
  static var cpuSeconds: Double {
    let tick = Double(sysconf(Int32(_SC_CLK_TCK)))
    let ticks = descendants.reduce(0.0) { sum, process in
      // Fields 14 to 17 of proc(5): own and waited-for time, in user and kernel mode.
      sum + (fields(of: process)?[11..<15].compactMap { Double($0) }.reduce(0, +) ?? 0)
    }
    return ticks / tick + ownSeconds
  }

  private static var ownSeconds: Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    return seconds(usage.ru_utime) + seconds(usage.ru_stime)
  }
}

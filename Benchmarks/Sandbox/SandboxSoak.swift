// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import CodeExecution
import Foundation

/// Makes very many calls of all kinds and looks for what they leave behind.
enum SandboxSoak {
  /// Values, exceptions, prints, files, threads, early ends and limits; the first is most frequent.
  private static let sources = [
    "def f(n): return n", "def f(n): return n / 0", "def f(n): print('x' * n)", "def f(n) return",
    "def f(n): open(str(n), 'w').write('x')", "import os\ndef f(n): os._exit(1)",
    "import threading, time\ndef f(n): threading.Thread(target=time.sleep, args=(99,)).start()",
    "import os\ndef f(n): return [os.open('/dev/null', 0) for _ in range(20)]",
    "def f(n): return bytearray(1 << 40)", "import os\ndef f(n): os.fork()",
    "def f(n):\n  open('/tmp/left-' + str(n), 'w').write('x')\n  return n",
  ]

  private static let lanes = 4

  /// What could be left behind.
  private struct Traces: Equatable {
    var descriptors: Int
    var processes: Int
    var files: Set<String>

    static var now: Traces {
      let manager = FileManager.default
      let folders = ["/tmp", "/var/tmp", "/dev/shm", manager.currentDirectoryPath]
      // Of folders that all share, only what the calls name counts.
      let names = folders.flatMap { folder in
        ((try? manager.contentsOfDirectory(atPath: folder)) ?? [])
          .filter { $0.hasPrefix("left-") || Int($0) != nil }.map { "\(folder)/\($0)" }
      }
      let descriptors = (try? manager.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []
      return Traces(
        descriptors: descriptors.count, processes: ProcessTree.descendants.count,
        files: Set(names))
    }
  }

  /// Makes calls, then compares what there is with what there was.
  ///
  /// - Throws: `SandboxError`.
  static func run(calls: Int) async throws {
    // The runtime opens descriptors of its own when it first waits and first reads.
    try await make(2 * sources.count * 10)
    let before = try await settled()
    let start = ContinuousClock.now
    try await make(calls)
    let after = try await settled()
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    print("\(calls) calls in \(Int(seconds)) s")
    print("descriptors: \(before.descriptors) before, \(after.descriptors) after")
    print("processes: \(before.processes) before, \(after.processes) after")
    print("files of calls: \(before.files.count) before, \(after.files.count) after")
    guard before == after else {
      FileHandle.standardError.write(Data("the calls left something behind\n".utf8))
      exit(1)
    }
  }

  private static func make(_ calls: Int) async throws {
    let sandbox = try await PythonSandbox.start()
    try await withThrowingTaskGroup { group in
      for lane in 0..<lanes {
        group.addTask {
          for index in stride(from: lane, to: calls, by: lanes) {
            let kind = index % 10 < 8 ? 0 : index / 10 % sources.count
            let outcome = try await sandbox.run(
              PythonCall(
                source: sources[kind], entryPoint: "f", arguments: [.integer(index)]))
            precondition(
              kind != 0 || outcome == .value(.integer(index), typeName: "int"),
              "call \(index) gave \(outcome)")
          }
        }
      }
      try await group.waitForAll()
    }
    await sandbox.close()
  }

  /// What there is once it does not change any more.
  private static func settled() async throws -> Traces {
    var traces = Traces.now
    for _ in 0..<50 {
      try await Task.sleep(for: .milliseconds(100))
      let next = Traces.now
      if next == traces { return next }
      traces = next
    }
    return traces
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import CodeExecution
import Foundation
import Testing

@Suite(.serialized)
struct SoakTests {
  /// 10,000 calls take about half a minute on an idle machine, so fewer are the default.
  private static let calls =
    ProcessInfo.processInfo.environment["OPTOBENCH_SOAK_CALLS"].flatMap(Int.init) ?? 1_000

  /// Calls of all kinds: values, exceptions, prints, files, threads, early ends, limits.
  private static let sources = [
    "def f(n): return n", "def f(n): return n / 0", "def f(n): print('x' * n)", "def f(n) return",
    "def f(n): open(str(n), 'w').write('x')", "import os\ndef f(n): os._exit(1)",
    "import threading, time\ndef f(n): threading.Thread(target=time.sleep, args=(99,)).start()",
    "import os\ndef f(n): return [os.open('/dev/null', 0) for _ in range(20)]",
    "def f(n): return bytearray(1 << 40)", "import os\ndef f(n): os.fork()",
  ]

  private static var openDescriptors: Int {
    ((try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd")) ?? []).count
  }

  private static func run(_ count: Int, in sandbox: PythonSandbox) async throws {
    try await withThrowingTaskGroup { group in
      for lane in 0..<4 {
        group.addTask {
          for index in stride(from: lane, to: count, by: 4) {
            // Most calls are ordinary, as in use.
            let kind = index % 10 < 8 ? 0 : index / 10 % Self.sources.count
            let outcome = try await sandbox.outcome(of: Self.sources[kind], .integer(index))
            if kind == 0 { #expect(outcome == .value(.integer(index), typeName: "int")) }
          }
        }
      }
      try await group.waitForAll()
    }
  }

  @Test(.enabled(if: SandboxUnderTest.isBubblewrapInstalled), .timeLimit(.minutes(5)))
  func manyCallsLeaveNothingBehind() async {
    await #expect(processExitsWith: .success) {
      // The runtime opens descriptors of its own when it first waits and first reads.
      let first = try await SandboxUnderTest.start(workers: 2)
      try await SoakTests.run(40, in: first)
      await first.close()
      _ = try await Descendants.wait(atOrBelow: "", for: 0)
      try await Task.sleep(for: .milliseconds(200))
      let before = SoakTests.openDescriptors
      let sandbox = try await SandboxUnderTest.start(workers: 2)
      try await SoakTests.run(SoakTests.calls, in: sandbox)
      // At most two workers, each with three pipes and one to wake its thread, each with the
      // processes of bubblewrap and Python; nothing of a call. A worker that was just replaced
      // takes a moment to go; what stays is found by the time limit.
      while SoakTests.openDescriptors > before + 2 * 5 || Descendants.atOrBelow("").count > 2 * 2 {
        try await Task.sleep(for: .milliseconds(20))
      }
      await sandbox.close()
      _ = try await Descendants.wait(atOrBelow: "", for: 0)
      while SoakTests.openDescriptors > before { try await Task.sleep(for: .milliseconds(20)) }
    }
  }
}

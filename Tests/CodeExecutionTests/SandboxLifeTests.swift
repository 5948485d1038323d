// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import CodeExecution
import Foundation
import Testing

struct SandboxLifeTests {
  private static let sleep = PythonCall(
    source: "import time\ndef f():\n  time.sleep(1000)",
    entryPoint: "f",
    arguments: []
  )

  /// A sandbox whose processes can be told from those of other tests by its scratch folder's size.
  private static func start(
    scratchBytes: Int,
    workers: Int = 1
  ) async throws -> (sandbox: PythonSandbox, mark: String) {
    let sandbox = try await SandboxUnderTest.start(.bubblewrap, workers: workers) {
      $0.scratchBytes = scratchBytes
    }
    return (sandbox, "--size \(scratchBytes) ")
  }

  @Test(.enabled(if: SandboxUnderTest.isBubblewrapInstalled))
  func cancellationEndsTheProcessAndKeepsTheWorker() async throws {
    let (sandbox, mark) = try await Self.start(scratchBytes: 1_000_001)
    let worker = try await Descendants.wait(atOrBelow: mark, for: 2)
    let task = Task { try await sandbox.run(Self.sleep) }
    _ = try await Descendants.wait(atOrBelow: mark, for: 3)
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(Descendants.atOrBelow(mark) == worker)
    #expect(try await sandbox.outcome(of: "def f(): return 3") == .value(3, typeName: "int"))
    #expect(Descendants.atOrBelow(mark) == worker)
    await sandbox.close()
  }

  @Test func cancellationEndsAWaitingCall() async throws {
    let sandbox = try await SandboxUnderTest.start()
    let running = Task { try await sandbox.run(Self.sleep) }
    let waiting = (0..<20).map { _ in Task { try await sandbox.run(Self.sleep) } }
    for task in waiting { task.cancel() }
    for task in waiting {
      await #expect(throws: CancellationError.self) { try await task.value }
    }
    running.cancel()
    await #expect(throws: CancellationError.self) { try await running.value }
    await sandbox.close()
  }

  @Test func callOfACancelledTaskDoesNotRun() async throws {
    let sandbox = try await SandboxUnderTest.start()
    let task = Task {
      while !Task.isCancelled { await Task.yield() }
      return try await sandbox.run(Self.sleep)
    }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    await sandbox.close()
  }

  @Test func closingCancelsCallsAndRefusesFurtherOnes() async throws {
    let sandbox = try await SandboxUnderTest.start(workers: 2)
    await withTaskGroup { group in
      for _ in 0..<5 {
        group.addTask {
          let error = await #expect(throws: (any Error).self) { try await sandbox.run(Self.sleep) }
          #expect(error is CancellationError || (error as? SandboxError)?.code == .closed)
        }
      }
      await sandbox.close()
    }
    let error = await #expect(throws: SandboxError.self) { try await sandbox.run(Self.sleep) }
    #expect(error?.code == .closed)
    await sandbox.close()
  }

  @Test func aSandboxThatWasNeverOpenRefusesEveryCall() async {
    let sandbox = PythonSandbox.closed()
    let error = await #expect(throws: SandboxError.self) { try await sandbox.run(Self.sleep) }
    #expect(error?.code == .closed)
    await sandbox.close()
  }

  @Test(.enabled(if: SandboxUnderTest.isBubblewrapInstalled))
  func workerThatEndsBetweenCallsIsReplaced() async throws {
    let (sandbox, mark) = try await Self.start(scratchBytes: 1_000_002)
    for _ in 0..<3 {
      let worker = try await Descendants.wait(atOrBelow: mark, for: 2)
      for process in worker { kill(process, SIGKILL) }
      #expect(try await sandbox.outcome(of: "def f(): return 3") == .value(3, typeName: "int"))
      #expect(Descendants.atOrBelow(mark).isDisjoint(with: worker))
    }
    await sandbox.close()
  }

  @Test(.enabled(if: SandboxUnderTest.isBubblewrapInstalled))
  func callIsTriedOnceMoreWhenItsWorkerEnds() async throws {
    let (sandbox, mark) = try await Self.start(scratchBytes: 1_000_003)
    let killer = Task {
      var killed: Set<pid_t> = []
      while !Task.isCancelled {
        // The outermost first, so that no worker lives to tell of its child's end.
        for process in Descendants.atOrBelow(mark).sorted() {
          kill(process, SIGKILL)
          killed.insert(process)
        }
        try? await Task.sleep(for: .milliseconds(20))
      }
      return killed
    }
    let error = await #expect(throws: SandboxError.self) { try await sandbox.run(Self.sleep) }
    killer.cancel()
    #expect(error?.code == .workerFailed)
    // A worker of this protection has two processes at least, and there were two workers.
    #expect(await killer.value.count >= 4)
    #expect(try await sandbox.outcome(of: "def f(): return 3") == .value(3, typeName: "int"))
    await sandbox.close()
  }

  @Test(.enabled(if: SandboxUnderTest.isBubblewrapInstalled))
  func workerIsReplacedAfterItsNumberOfCalls() async throws {
    var configuration = PythonSandbox.Configuration(environment: [:])
    configuration.workers = 1
    configuration.callsPerWorker = 3
    configuration.limits.wallTime = .seconds(120)
    configuration.acceptedProtections = [.bubblewrap]
    let sandbox = try await PythonSandbox.start(configuration: configuration)
    // In each new process namespace the numbers begin again.
    var numbers: [PythonOutcome] = []
    for _ in 0..<7 {
      numbers.append(try await sandbox.outcome(of: "import os\ndef f(): return os.getpid()"))
    }
    #expect(numbers[0] == numbers[3] && numbers[3] == numbers[6])
    #expect(Set(numbers).count == 3)
    await sandbox.close()
  }

  @Test(.enabled(if: SandboxUnderTest.isBubblewrapInstalled))
  func nothingIsLeftWhenTheSandboxIsDropped() async throws {
    var mark = ""
    do {
      let (sandbox, itsMark) = try await Self.start(scratchBytes: 1_000_004)
      mark = itsMark
      _ = try await sandbox.outcome(of: "def f(): pass")
      #expect(!Descendants.atOrBelow(mark).isEmpty)
    }
    _ = try await Descendants.wait(atOrBelow: mark, for: 0)
  }

  @Test(arguments: SandboxUnderTest.protections)
  func everythingEndsWithAKilledParent(protection: Protection) async throws {
    let result = try await #require(
      processExitsWith: .signal(SIGKILL),
      observing: [\.standardOutputContent]
    ) { [name = protection.rawValue as String] in
      let protection = try #require(Protection(rawValue: name))
      let sandbox = try await SandboxUnderTest.start(protection, workers: 2)
      let calls = (0..<2).map { _ in Task { try await sandbox.run(SandboxLifeTests.sleep) } }
      let expected = protection == .filters ? 4 : 6
      let processes = try await Descendants.wait(atOrBelow: "", for: expected)
      let report = processes.map { "pid \($0).\n" }.joined()
      FileHandle.standardOutput.write(Data(report.utf8))
      kill(getpid(), SIGKILL)
      for call in calls { _ = try await call.value }
    }
    let text = String(decoding: result.standardOutputContent, as: UTF8.self)
    let processes = text.matches(of: /pid (\d+)\./).compactMap { pid_t($0.1) }
    #expect(processes.count >= 4)
    while processes.contains(where: Descendants.isAlive) {
      try await Task.sleep(for: .milliseconds(20))
    }
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import CodeExecution
import Testing

struct PythonLimitTests {
  @Test func endlessLoopStopsAtTheProcessorTimeWithItsLine() async throws {
    let sandbox = try await SandboxUnderTest.start { $0.cpuTime = .seconds(1) }
    let source = "def f():\n  n = 0\n  while True:\n    n += 1"
    let limit = try #require(try await sandbox.outcome(of: source).limit)
    #expect(limit.kind == .cpuTime)
    #expect(limit.message == "the call used more than 1 s of processor time")
    let exception = try #require(limit.exception)
    #expect([3, 4].contains(exception.line))
    #expect(exception.annotatedSource.hasSuffix("\n(TimeLimit) \(limit.message)."))
    await sandbox.close()
  }

  @Test func aCallMayBeAllowedLessProcessorTimeButNotMore() async throws {
    let source = "def f(n):\n  while n > 1:\n    pass\n  return n"
    func call(_ argument: JSONValue, _ cpuTime: Duration) -> PythonCall {
      PythonCall(source: source, entryPoint: "f", arguments: [argument], cpuTime: cpuTime)
    }
    let generous = try await SandboxUnderTest.start { $0.cpuTime = .seconds(30) }
    let report = try await generous.report(on: call(2, .milliseconds(200)))
    let limit = try #require(report.outcome.limit)
    #expect(limit.message == "the call used more than 1 s of processor time")
    #expect(limit.exception?.message == limit.message)
    #expect(report.cpuTime > .milliseconds(500) && report.cpuTime < .seconds(10))
    #expect(try await generous.run(call(1, .seconds(1))) == .value(1, typeName: "int"))
    await generous.close()
    let strict = try await SandboxUnderTest.start { $0.cpuTime = .seconds(1) }
    let other = try #require(try await strict.run(call(2, .seconds(30))).limit)
    #expect(other.message == "the call used more than 1 s of processor time")
    await strict.close()
  }

  @Test func signalsThatAreIgnoredDoNotHelp() async throws {
    let sandbox = try await SandboxUnderTest.start { $0.cpuTime = .seconds(1) }
    let source = """
      import signal
      def f():
        for number in range(1, 32):
          try:
            signal.signal(number, signal.SIG_IGN)
          except (OSError, ValueError):
            pass
        while True:
          try:
            while True: pass
          except BaseException:
            pass
      """
    #expect(try await sandbox.outcome(of: source).limit?.kind == .cpuTime)
    await sandbox.close()
  }

  @Test func sleepStopsAtTheWallTimeWithItsLine() async throws {
    let sandbox = try await SandboxUnderTest.start { $0.wallTime = .milliseconds(1500) }
    let limit = try #require(
      try await sandbox.outcome(of: "import time\ndef f():\n  time.sleep(1000)").limit
    )
    #expect(limit.kind == .wallTime)
    #expect(limit.message == "the call took longer than 1.5 seconds")
    #expect(limit.exception?.line == 3)
    await sandbox.close()
  }

  @Test func sleepThatIgnoresTheAlarmIsKilled() async throws {
    let sandbox = try await SandboxUnderTest.start { $0.wallTime = .seconds(1) }
    let source = """
      import signal, time
      signal.signal(signal.SIGALRM, signal.SIG_IGN)
      def f():
        time.sleep(1000)
      """
    let limit = try #require(try await sandbox.outcome(of: source).limit)
    #expect(limit.kind == .wallTime && limit.exception == nil)
    await sandbox.close()
  }

  @Test(arguments: [
    "x = []\n  while True: x.append('a' * 1000000)", "return bytearray(1 << 40)",
    "import resource\n  resource.setrlimit(resource.RLIMIT_AS, (-1, -1))\n  return 1",
  ])
  func memoryIsLimited(body: String) async throws {
    let sandbox = try await SandboxUnderTest.start { $0.memoryBytes = 128 << 20 }
    let outcome = try await sandbox.outcome(of: "def f():\n  \(body)")
    if body.contains("setrlimit") {
      #expect(outcome.exception?.type == "ValueError")
    } else {
      let limit = try #require(outcome.limit)
      #expect(limit.kind == .memory)
      #expect(limit.message == "the call needed more than 128 MiB of memory")
      #expect(limit.exception?.annotatedSource.contains("1 << 40) <---") != body.contains("x ="))
    }
    await sandbox.close()
  }

  @Test func memoryErrorThatIsCaughtIsNoLimit() async throws {
    let sandbox = try await SandboxUnderTest.start()
    let source =
      "def f():\n  try:\n    return bytearray(1 << 40)\n  except MemoryError:\n    return 5"
    #expect(try await sandbox.outcome(of: source) == .value(5, typeName: "int"))
    await sandbox.close()
  }

  @Test func outputIsCutAndIsALimit() async throws {
    let sandbox = try await SandboxUnderTest.start { $0.outputBytes = 1000 }
    let source = "def f(n):\n  print('x' * n)\n  return n"
    let fits = PythonCall(source: source, entryPoint: "f", arguments: [999])
    #expect(try await sandbox.report(on: fits).outcome == .value(999, typeName: "int"))
    let tooLong = PythonCall(source: source, entryPoint: "f", arguments: [1000])
    let report = try await sandbox.report(on: tooLong)
    #expect(report.outcome.limit?.kind == .output)
    #expect(report.output == String(repeating: "x", count: 1000))
    await sandbox.close()
  }

  @Test func valueIsLimitedInSize() async throws {
    let sandbox = try await SandboxUnderTest.start { $0.valueBytes = 1000 }
    let limit = try #require(try await sandbox.outcome(of: "def f():\n  return 'x' * 1000").limit)
    #expect(limit.kind == .value)
    #expect(limit.message == "the call returned a value of more than 1000 bytes")
    await sandbox.close()
  }

  @Test func filesAreLimitedInSizeAndInSum() async throws {
    guard SandboxUnderTest.strongest != .filters else { return }
    let sandbox = try await SandboxUnderTest.start {
      $0.fileBytes = 100_000
      $0.scratchBytes = 1 << 20
    }
    let large = "def f():\n  open('a', 'wb').write(bytes(300000))"
    #expect(try await sandbox.outcome(of: large).limit?.kind == .fileSize)
    let many = """
      def f():
        for name in range(100):
          with open(str(name), "wb") as file:
            file.write(bytes(100000))
      """
    #expect(
      try await sandbox.outcome(of: many).exception?.message
        == "[Errno 28] No space left on device"
    )
    await sandbox.close()
  }

  @Test func numberOfThreadsIsLimited() async throws {
    guard SandboxUnderTest.strongest != .filters else { return }
    let sandbox = try await SandboxUnderTest.start { $0.threads = 4 }
    let source = """
      import threading
      def f(count):
        gate = threading.Event()
        threads = [threading.Thread(target=gate.wait, daemon=True) for _ in range(count)]
        for thread in threads: thread.start()
        gate.set()
        return count
      """
    #expect(try await sandbox.outcome(of: source, 4) == .value(4, typeName: "int"))
    let limit = try #require(try await sandbox.outcome(of: source, 6).limit)
    #expect(limit.kind == .processes)
    #expect(limit.message == "the call started a process or more than 4 threads")
    await sandbox.close()
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation
import LoopbackServer
import Testing

@testable import LanguageModels

@Suite(.timeLimit(.minutes(2)))
struct LineProcessTests {
  private func start(
    _ script: String,
    errorOutput: LineProcess.ErrorOutput = .lines
  ) throws -> LineProcess {
    try LineProcess(
      "/bin/sh",
      arguments: ["-c", script],
      environment: ["PATH": "/usr/bin:/bin", "COLOUR": "green"],
      errorOutput: errorOutput
    )
  }

  private func events(of process: LineProcess) async -> [LineProcess.Event] {
    await process.events.reduce(into: []) { $0.append($1) }
  }

  @Test func linesComeInOrderAndTheEndComesLast() async throws {
    let process = try start("echo one; echo two >&2; printf \"$COLOUR\"; exit 3")
    let expected: [LineProcess.Event] = [
      .line("one"), .line("two"), .line("green"), .ended(status: 3),
    ]
    #expect(await events(of: process) == expected)
  }

  @Test func whatIsSentArrivesAndTheInputEndsWhenItIsClosed() async throws {
    let process = try start("cat; echo end")
    process.send("a\nb\n")
    process.closeInput()
    process.send("lost\n")
    let expected: [LineProcess.Event] = [
      .line("a"), .line("b"), .line("end"), .ended(status: 0),
    ]
    #expect(await events(of: process) == expected)
  }

  @Test func sendingToAProcessThatIsGoneIsHarmless() async throws {
    let process = try start("exit 0")
    _ = await events(of: process)
    process.send(String(repeating: "x", count: 1 << 20))
    process.kill()
  }

  @Test func sendingToAProcessThatDoesNotListenIsHarmless() async throws {
    await #expect(processExitsWith: .success) {
      signal(SIGPIPE, SIG_DFL)
      let process = try LineProcess(
        "/bin/sh",
        arguments: ["-c", "exec 0<&-; echo deaf; sleep 900"],
        environment: ["PATH": "/usr/bin:/bin"],
        errorOutput: .lines
      )
      for await case .line("deaf") in process.events { break }
      process.send(String(repeating: "x", count: 1 << 20))
      process.kill()
    }
  }

  @Test func killingEndsTheWholeGroup() async throws {
    let process = try start("sleep 600 >/dev/null 2>&1 & echo $!; wait")
    var child: Int32?
    var status: Int32?
    for await event in process.events {
      switch event {
      case .line(let line):
        child = Int32(line)
        process.kill()
      case .ended(let number): status = number
      }
    }
    #expect(status == 128 + SIGKILL)
    let number = try #require(child)
    await eventually { !RunningProcesses.isAlive(number) }
  }

  @Test func errorsGoToTheEndOfAFileWhenOneIsNamed() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path("log")
    try "before\n".write(toFile: path, atomically: true, encoding: .utf8)
    let process = try start("echo out; echo err >&2", errorOutput: .file(path))
    #expect(await events(of: process) == [.line("out"), .ended(status: 0)])
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "before\nerr\n")
  }

  @Test func aProgramThatIsNotThereIsNamed() {
    let error = #expect(throws: LanguageModelError.self) {
      try LineProcess("/no/such", arguments: [], environment: [:], errorOutput: .lines)
    }
    #expect(error?.code == .notReady)
    #expect(error?.message.contains("/no/such") == true)
  }

  @Test func aLaterChildDoesNotKeepTheInputOfAnEarlierOneOpen() async throws {
    let reader = try start("cat; echo end")
    let bystander = try start("sleep 900")
    reader.closeInput()
    #expect(await events(of: reader) == [.line("end"), .ended(status: 0)])
    #expect(RunningProcesses.isAlive(bystander.processID))
    bystander.kill()
  }
}

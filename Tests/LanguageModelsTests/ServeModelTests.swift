// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation
import LoopbackServer
import Testing

@testable import LanguageModels

/// The program around the server, with a stand-in for llama-server.
@Suite(.timeLimit(.minutes(2)))
struct ServeModelTests {
  private let folder: TemporaryFolder
  private let key = "hush-0123456789"

  init() throws {
    folder = try TemporaryFolder()
    let bin = folder.path("bin")
    try FileManager.default.createDirectory(atPath: bin, withIntermediateDirectories: true)
  }

  /// Puts a program named llama-server on the path of the processes that are started.
  ///
  /// Another process writes it, because a file that this one has open for writing may be open in a
  /// child that another test starts meanwhile, and such a file cannot be run.
  private func installServer(_ source: String) async throws {
    let path = folder.path("bin/llama-server")
    let writer = try LineProcess(
      "/bin/sh",
      arguments: ["-c", #"cat > "$0" && chmod 755 "$0""#, path],
      environment: [:],
      errorOutput: .lines
    )
    writer.send("#!/usr/bin/env python3\n" + source)
    writer.closeInput()
    try #require(await end(of: writer) == [.ended(status: 0)])
  }

  /// A server that is healthy at the second question and leaves its key in a file.
  private func installHealthyServer() async throws {
    try await installServer(
      """
      import http.server, os, sys
      open(os.environ["KEY_FILE"], "w").write(os.environ["LLAMA_API_KEY"])
      class Handler(http.server.BaseHTTPRequestHandler):
          asked = 0
          def do_GET(self):
              Handler.asked += 1
              self.send_response(200 if Handler.asked > 1 and self.path == "/health" else 503)
              self.end_headers()
      port = int(sys.argv[sys.argv.index("--port") + 1])
      http.server.HTTPServer(("127.0.0.1", port), Handler).serve_forever()
      """
    )
  }

  private func serve() throws -> LineProcess {
    let script = try EmbeddedScript.serveModel.install(inCacheDirectory: folder.path("cache"))
    let process = try LineProcess(
      PythonInterpreter.locate(),
      arguments: [
        "-I", script, "--model", "/m.gguf", "--cache", folder.path("cache"), "--log",
        folder.path("log"), "--slots", "2", "--context", "512", "--threads", "1",
      ],
      environment: [
        "PATH": folder.path("bin") + ":/usr/bin:/bin", "KEY_FILE": folder.path("key"),
      ],
      errorOutput: .lines
    )
    process.send(key + "\n")
    return process
  }

  private func firstMessage(of process: LineProcess) async -> EngineMessage? {
    for await case .line(let line) in process.events { return EngineMessage(line: line) }
    return nil
  }

  private func end(of process: LineProcess) async -> [LineProcess.Event] {
    await process.events.reduce(into: []) { $0.append($1) }
  }

  private var servers: [Int32] {
    RunningProcesses.withCommand(containing: folder.path("bin/llama-server"))
  }

  @Test func aServerOnThePathIsUsedAndGetsItsKeyUnseen() async throws {
    try await installHealthyServer()
    let process = try serve()
    let message = await firstMessage(of: process)
    #expect(message?.text == folder.path("bin/llama-server"))
    let commands = RunningProcesses.allCommands
    #expect(servers.count == 1)
    process.closeInput()
    #expect(await end(of: process) == [.ended(status: 0)])
    #expect(servers.isEmpty)
    #expect(!commands.contains { $0.contains(key) })
    #expect(try String(contentsOfFile: folder.path("key"), encoding: .utf8) == key)
  }

  @Test func theServerDiesWithTheProgramAroundIt() async throws {
    try await installHealthyServer()
    let process = try serve()
    _ = await firstMessage(of: process)
    #expect(servers.count == 1)
    kill(process.processID, SIGKILL)
    #expect(await end(of: process) == [.ended(status: 128 + SIGKILL)])
    await eventually { servers.isEmpty }
  }

  @Test func aServerThatDiesIsToldWithItsSignal() async throws {
    try await installHealthyServer()
    let process = try serve()
    _ = await firstMessage(of: process)
    for server in servers { kill(server, SIGSEGV) }
    let events = await end(of: process)
    guard case .line(let line) = events.first else {
      Issue.record("no line but \(events)")
      return
    }
    #expect(EngineMessage(line: line) == .ended("the server was killed by signal 11"))
    #expect(events.last == .ended(status: 1))
  }

  @Test func aServerThatDoesNotStartIsToldWithItsStatus() async throws {
    try await installServer("import sys; print('no such model'); sys.exit(3)")
    let process = try serve()
    let message = await firstMessage(of: process)
    #expect(message == .failed("the server ended with status 3 while it was starting"))
    #expect(await end(of: process) == [.ended(status: 1)])
    #expect(EngineLog(path: folder.path("log")).ending.hasSuffix("says: no such model"))
  }

  @Test func theInputsEndStopsAServerThatIsStillStarting() async throws {
    try await installServer("import time; time.sleep(600)")
    let process = try serve()
    await eventually { servers.count == 1 }
    process.closeInput()
    #expect(await end(of: process) == [.ended(status: 0)])
    #expect(servers.isEmpty)
  }

  @Test func withoutAnEngineTheSetUpIsNamed() async throws {
    let process = try serve()
    let message = await firstMessage(of: process)
    #expect(message?.text.contains("bench model setup") == true)
    #expect(await end(of: process) == [.ended(status: 1)])
  }

  @Test func aServerThatTakesTooLongIsGivenUpWithoutALeftover() async throws {
    try await installServer(
      "import time; print('error: still thinking', flush=True); time.sleep(600)")
    let script = try EmbeddedScript.serveModel.install(inCacheDirectory: folder.path("cache"))
    let launch = EngineLaunch(
      python: "/usr/bin/env",
      arguments: [
        "PATH=" + folder.path("bin") + ":/usr/bin:/bin", "python3", "-I", script, "--model", "/m",
        "--cache", folder.path("cache"), "--log", folder.path("log"), "--slots", "1", "--context",
        "512", "--threads", "1",
      ],
      key: SecretKey(key),
      logPath: folder.path("log"),
      timeLimit: .seconds(2)
    )
    let error = await #expect(throws: LanguageModelError.self) {
      try await launch.begin(port: nil)
    }
    #expect(error?.code == .notReady)
    #expect(error?.message.contains("within 2 seconds") == true)
    #expect(error?.message.contains("still thinking") == true)
    await eventually { servers.isEmpty }
  }
}

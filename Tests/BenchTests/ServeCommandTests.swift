// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import Foundation
import Testing

/// `bench model serve` with a program in place of llama.cpp's server.
struct ServeCommandTests {
  private static let server = """
    #!/usr/bin/env python3
    import http.server, sys
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.end_headers()
    port = int(sys.argv[sys.argv.index("--port") + 1])
    http.server.HTTPServer(("127.0.0.1", port), Handler).serve_forever()
    """

  private func serve(
    _ arguments: [String], environment: [String: String] = [:]
  ) throws -> (status: Int32, output: String) {
    let folder = try TemporaryFolder()
    let program = folder.file("llama-server")
    try Self.server.write(toFile: program, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/timeout")
    process.arguments =
      ["--signal=INT", "8", BenchProcess.executable.path, "model", "serve", EndToEndTests.model]
      + arguments
    var own = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
    own["PATH"] = folder.path + ":" + (own["PATH"] ?? "")
    process.environment = own
    let output = folder.file("out")
    _ = FileManager.default.createFile(atPath: output, contents: nil)
    process.standardOutput = FileHandle(forWritingAtPath: output)
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, try String(contentsOfFile: output, encoding: .utf8))
  }

  @Test(.enabled(if: EndToEndTests.isModelThere, "scripts/setup has not set the smallest model up"))
  func theAddressAndTheKeyAreToldAndCtrlCEndsTheServer() throws {
    let (status, output) = try serve(["--port", "0", "--key-variable", "ABSENT_KEY"])
    // The status of `timeout` after its signal was obeyed.
    #expect(status == 124)
    let lines = output.split(separator: "\n").map(String.init)
    try #require(lines.count == 3, "\(output)")
    let url = try #require(lines[0].firstMatch(of: /http:\/\/127\.0\.0\.1:\d+\/v1/)).0
    #expect(lines[1].wholeMatch(of: /export ABSENT_KEY=[0-9a-z]{30,}/) != nil)
    #expect(
      lines[2]
        == "bench --base-url \(url) --model \(EndToEndTests.model) --key-variable ABSENT_KEY")
  }

  @Test(.enabled(if: EndToEndTests.isModelThere, "scripts/setup has not set the smallest model up"))
  func aKeyOfTheUsersIsNotPrinted() throws {
    let key = "sk-own-7d1f0c22"
    let (_, output) = try serve(["--port", "0"], environment: ["OPENAI_API_KEY": key])
    #expect(output.contains("answers at http://127.0.0.1:"))
    #expect(!output.contains(key) && !output.contains("export"))
  }
}

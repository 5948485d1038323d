// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import Foundation
import LoopbackServer
import Testing

/// Runs whose key is known must leave it nowhere.
struct SecretKeyRunTests {
  static let key = "sk-known-4f9c1d7e2a6b8035"

  private func run(
    _ folder: TemporaryFolder, _ service: ModelService
  ) throws -> BenchProcess.Result {
    defer { service.server.stop() }
    return try BenchProcess.run(
      [
        "--task", "object_counting", "--optimizer", "noop", "--base-url", service.url, "--model",
        "m", "--key-variable", "KNOWN_KEY", "--events", "events.jsonl", "--log-level", "debug",
      ],
      in: folder.path, environment: ["KNOWN_KEY": Self.key])
  }

  /// The names of all files of a folder and of those in it, such as logs, that contain the key.
  private func traces(in folder: TemporaryFolder) throws -> [String] {
    let key = Data(Self.key.utf8)
    return try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { name in
      var isFolder: ObjCBool = false
      let path = folder.file(name)
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
        !isFolder.boolValue
      else { return false }
      return try Data(contentsOf: URL(fileURLWithPath: path)).range(of: key) != nil
    }
  }

  @Test func aRunThatWorksLeavesNoKey() throws {
    let folder = try TemporaryFolder()
    let service = try ModelService()
    let result = try run(folder, service)
    #expect(result.exitCode == 0, "\(result.errors)")
    let sent = service.server.requests.filter { $0.method == "POST" }
    #expect(sent.count >= 20)
    #expect(sent.allSatisfy { $0.headers["authorization"] == "Bearer \(Self.key)" })
    #expect(FileManager.default.fileExists(atPath: folder.file("optobench.sqlite")))
    let logs = try FileManager.default.contentsOfDirectory(
      atPath: folder.file("optobench.sqlite.logs"))
    #expect(!logs.isEmpty)
    #expect(FileManager.default.fileExists(atPath: folder.file("events.jsonl")))
    #expect(try traces(in: folder).isEmpty)
    #expect(!(result.output + result.errors).contains(Self.key))
  }

  @Test(arguments: [400, 403, 500, 200])
  func aServerThatRepeatsTheKeyBringsItNowhere(status: Int) throws {
    let folder = try TemporaryFolder()
    let service = try ModelService { request in
      guard request.method == "POST" else { return nil }
      let header = request.headers["authorization"] ?? ""
      guard status == 200 else { return .answer(status: status, body: "you sent \(header)") }
      return .answer(
        body: #"{"choices": [{"message": {"content": "You sent \#(header). Answer: 3"}}]}"#)
    }
    let result = try run(folder, service)
    #expect(!service.server.requests.isEmpty)
    #expect(try traces(in: folder).isEmpty)
    #expect(!(result.output + result.errors).contains(Self.key))
    if status != 200 {
      #expect(result.errors.contains("you sent Bearer (key)"), "\(result.errors)")
    }
  }

  @Test(arguments: [
    ["--base-url", "https://me:\(key)@host/v1", "--model", "m"],
    ["--model", "https://\(key)@host/v1#m"],
    ["--model", "local/m", "--optimizer-model", "https://me:\(key)@host/v1#m"],
  ])
  func aKeyInAnAddressIsRefusedAndNotRepeated(options: [String]) throws {
    let folder = try TemporaryFolder()
    let result = try BenchProcess.run(options, in: folder.path)
    #expect(result.exitCode != 0)
    #expect(result.errors.contains("--key-variable"), "\(result.errors)")
    #expect(!(result.output + result.errors).contains(Self.key))
    #expect(try traces(in: folder).isEmpty)
  }
}

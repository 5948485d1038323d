// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Runs the built `bench` as a user does.
struct BenchProcess {
  struct Result {
    let exitCode: Int32
    let output: String
    let errors: String
  }

  /// The executable beside the test bundle.
  static var executable: URL {
    let bundle = URL(fileURLWithPath: CommandLine.arguments[0])
    let besideBundle = bundle.deletingLastPathComponent().appendingPathComponent("bench")
    if FileManager.default.isExecutableFile(atPath: besideBundle.path) { return besideBundle }
    return URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent(".build/debug/bench")
  }

  /// Runs `bench` in a folder; entries of `environment` replace those of this process.
  static func run(
    _ arguments: [String], in folder: String, environment: [String: String] = [:]
  ) throws -> Result {
    try result(of: executable, arguments, in: folder, environment)
  }

  /// Starts `bench` in a folder and does not wait for it; what it says is lost.
  static func start(_ arguments: [String], in folder: String) throws -> Process {
    let process = process(executable, arguments, in: folder, [:])
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    return process
  }

  /// Runs a command of the shell in a folder.
  static func shell(_ command: String, in folder: String) throws -> Result {
    try result(of: URL(fileURLWithPath: "/bin/bash"), ["-c", command], in: folder, [:])
  }

  private static func process(
    _ executable: URL, _ arguments: [String], in folder: String, _ environment: [String: String]
  ) -> Process {
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = ProcessInfo.processInfo.environment
      .merging(environment) { _, new in new }
    return process
  }

  private static func result(
    of executable: URL, _ arguments: [String], in folder: String, _ environment: [String: String]
  ) throws -> Result {
    let process = process(executable, arguments, in: folder, environment)
    // Files and not pipes, so that no amount of text can block the process.
    let outputs = ["out", "err"].map {
      NSTemporaryDirectory() + "bench-" + UUID().uuidString + "." + $0
    }
    for path in outputs { _ = FileManager.default.createFile(atPath: path, contents: nil) }
    process.standardOutput = FileHandle(forWritingAtPath: outputs[0])
    process.standardError = FileHandle(forWritingAtPath: outputs[1])
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    defer { for path in outputs { try? FileManager.default.removeItem(atPath: path) } }
    let texts = try outputs.map { try String(contentsOfFile: $0, encoding: .utf8) }
    return Result(exitCode: process.terminationStatus, output: texts[0], errors: texts[1])
  }
}

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
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = ProcessInfo.processInfo.environment
      .merging(environment) { _, new in new }
    // Files and not pipes, so that no amount of text can block the process.
    let outputs = ["out", "err"].map { folder + "/bench-" + UUID().uuidString + "." + $0 }
    for path in outputs { FileManager.default.createFile(atPath: path, contents: nil) }
    process.standardOutput = FileHandle(forWritingAtPath: outputs[0])
    process.standardError = FileHandle(forWritingAtPath: outputs[1])
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let texts = try outputs.map { try String(contentsOfFile: $0, encoding: .utf8) }
    return Result(exitCode: process.terminationStatus, output: texts[0], errors: texts[1])
  }
}

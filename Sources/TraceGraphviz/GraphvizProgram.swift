// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The `dot` program of Graphviz.
struct GraphvizProgram {
  private let executable: URL

  init(at executable: URL) { self.executable = executable }

  /// The program on the search path, or nil when it is not installed.
  static var onSearchPath: URL? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return path.split(separator: ":").lazy
      .map { URL(fileURLWithPath: String($0)).appendingPathComponent("dot") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }

  /// Draws a graph; its text goes through a file, so that neither side waits for the other.
  func draw(_ graph: String, as format: String) throws -> Data {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("trace-\(ProcessInfo.processInfo.globallyUniqueString).dot")
    try Data(graph.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = executable
    process.arguments = ["-T\(format)", file.path]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
    } catch {
      throw GraphvizError(
        .notInstalled, "\(executable.path) cannot be run: install Graphviz or name its program dot")
    }
    let drawing = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0, !drawing.isEmpty else {
      throw GraphvizError(
        .failed, "dot ended with code \(process.terminationStatus) and drew nothing")
    }
    return drawing
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Reporting

/// Writes figures as data and as pictures drawn by gnuplot.
struct FigureWriter {
  /// Why no figures were written.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// The folder; made when it does not exist.
  let folder: String

  /// Draws figures as SVG in a folder that is gone afterwards.
  ///
  /// - Throws: As ``write(_:as:)``.
  static func drawings(of figures: [Figure]) throws -> [DrawnFigure] {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("bench-figures-\(ProcessInfo.processInfo.globallyUniqueString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = try FigureWriter(folder: folder.path).write(figures, as: [.svg])
    return try figures.map { figure in
      let file = folder.appendingPathComponent("\(figure.name).svg")
      return DrawnFigure(figure, picture: try Data(contentsOf: file))
    }
  }

  /// Writes the data, a script and the pictures of figures.
  ///
  /// - Parameters:
  ///   - figures: What is drawn.
  ///   - pictures: The kinds of picture that are made of each.
  /// - Returns: How many figures were drawn.
  /// - Throws: ``Failure`` in one sentence when gnuplot is missing or fails, or a file cannot be
  ///   written; files written before stay.
  func write(
    _ figures: [Figure], as pictures: [Figure.Picture] = Figure.Picture.allCases
  ) throws -> Int {
    guard !figures.isEmpty else { return 0 }
    guard let gnuplot = Self.locate("gnuplot") else {
      throw Failure(
        description: "figures need gnuplot, which is not installed: run scripts/setup --packages, "
          + "or apt-get install gnuplot-nox")
    }
    let directory = URL(fileURLWithPath: folder)
    do {
      try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
      for figure in figures {
        try Data(figure.csv.utf8).write(to: directory.appendingPathComponent(figure.name + ".csv"))
      }
      let script = Data(Figure.gnuplotScript(figures, as: pictures).utf8)
      try script.write(to: directory.appendingPathComponent("figures.gp"))
    } catch {
      throw Failure(
        description: "figures cannot be written to \(folder): make the folder writable or name "
          + "another")
    }
    try draw(with: gnuplot, in: directory)
    return figures.count
  }

  private func draw(with gnuplot: URL, in directory: URL) throws {
    let process = Process()
    process.executableURL = gnuplot
    process.arguments = ["-d", "figures.gp"]
    process.currentDirectoryURL = directory
    let errors = Pipe()
    process.standardError = errors
    process.standardOutput = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      let reason =
        text.split(separator: "\n").last { !$0.allSatisfy(\.isWhitespace) } ?? "no reason"
      throw Failure(description: "gnuplot could not draw \(folder)/figures.gp: \(reason)")
    }
  }

  private static func locate(_ name: String) -> URL? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return path.split(separator: ":").map { URL(fileURLWithPath: "\($0)/\(name)") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }
}

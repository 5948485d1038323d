// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Datasets
import Foundation

/// The 39 hard programming problems that TextGrad completes (Yuksekgonul et al., Nature 2025; first
/// used by Shinn et al., Reflexion, NeurIPS 2023), one object a line.
///
/// The file has a head and a description of each function and the checks of the examples in the
/// description, no solution. The checks both train and test. The publisher's figure comes from tests
/// that only the contest's site has, so that it is another one than the share of checks that pass.
struct LeetCodeHard: Sendable {
  /// How many problems the published file has.
  static let count = 39
  /// The name of the file.
  static let fileName = "leetcode_with_tests.jsonl"

  /// The name of the problem at a place, from 0, such as `07`.
  static func name(_ place: Int) -> String { place < 10 ? "0\(place)" : String(place) }

  /// Whether a task is one of this set, by its name.
  static func isTask(_ name: String) -> Bool { name.hasPrefix("leetcode/") }

  private let url: URL

  /// Opens a file.
  init(file url: URL) { self.url = url }

  /// Reads a problem.
  ///
  /// - Parameter name: A name that ``name(_:)`` gives.
  /// - Returns: A program that returns nothing, whose visible and hidden tests are the same.
  /// - Throws: ``DataError`` naming file and line when it is missing or of another form.
  func program(_ name: String) throws(DataError) -> FaultyProgram {
    let lines = try TextFile.bytes(of: url).split(separator: UInt8(ascii: "\n"))
    guard let place = Int(name), lines.indices.contains(place) else {
      throw DataError(
        .wrongCount,
        "\(url.path) has \(lines.count) problems and none called \(name): fetch it again.")
    }
    let row = try? JSONValue(parsing: String(decoding: lines[place], as: UTF8.self))
    guard let row, let program = Self.program(row, name) else {
      throw DataError(
        .malformed, "\(url.path), line \(place + 1) is not of the published form: fetch it again.",
        line: place + 1)
    }
    return program
  }

  private static func program(_ row: JSONValue, _ name: String) -> FaultyProgram? {
    guard let prompt = row["prompt"]?.stringValue, let test = row["test"]?.stringValue,
      let head = prompt.matches(of: /(?m)^def (\w+)\(/).last?.1,
      let parameters = PublishedSource.parameters(of: String(head), in: prompt)
    else { return nil }
    let checks = test.split(separator: "\n").filter { $0.hasPrefix("assert ") }
    guard !checks.isEmpty else { return nil }
    let tests = checks.enumerated().map { index, check in
      ProgramTest.script(
        PublishedTest(name: "example \(index + 1)", source: "", statement: String(check)))
    }
    let body = prompt.trimmingCharacters(in: .whitespacesAndNewlines) + "\n    return None\n"
    let function = FaultyProgram.Function(
      name: String(head), parameters: parameters, faulty: body, correct: nil)
    return FaultyProgram(
      name: "leetcode/\(name)",
      specification: row["docstring"]?.stringValue ?? "What the text in the program says.",
      functions: [function], visible: tests, hidden: tests)
  }
}

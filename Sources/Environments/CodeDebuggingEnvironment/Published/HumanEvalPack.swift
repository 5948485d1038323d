// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Datasets
import Foundation

/// The Python part of HumanEvalPack (Muennighoff et al., OctoPack, ICLR 2024), one object a line.
///
/// The tests of the examples in the description train, and the published tests decide. A program
/// without tests of examples is refused, since nothing is left to train with.
struct HumanEvalPack: Sendable {
  /// How many programs the published file has.
  static let count = 164
  /// The name of the file.
  static let fileName = "humanevalpack.jsonl"
  /// The published file.
  private static let digest =
    "b1376d72be4bd016a62ad043d9de3846edb8d63edf1222da802a31330c14c3a7"

  /// The name of the program at a place, from 0, such as `007`.
  static func name(_ place: Int) -> String {
    let digits = String(place)
    return String(repeating: "0", count: max(0, 3 - digits.count)) + digits
  }

  /// Whether a task is one of this set, by its name.
  static func isTask(_ name: String) -> Bool { name.hasPrefix("humanevalfix/") }

  private let url: URL

  /// Opens a file.
  init(file url: URL) { self.url = url }

  /// Reads a program with its tests.
  ///
  /// - Parameter name: A name that ``name(_:)`` gives.
  /// - Returns: The program, and whether the file is the published one.
  /// - Throws: ``DataError`` naming file and line when it is missing or of another form.
  func program(_ name: String) throws(DataError) -> (FaultyProgram, isPublished: Bool) {
    let bytes = try TextFile.bytes(of: url)
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    guard let place = Int(name), lines.indices.contains(place) else {
      throw DataError(
        .wrongCount,
        "\(url.path) has \(lines.count) programs and none called \(name): fetch it again.")
    }
    let text = String(decoding: lines[place], as: UTF8.self)
    let row = try? JSONValue(parsing: text)
    guard row?["example_test"]?.stringValue?.isEmpty == false || row?["test"] == nil else {
      throw DataError(
        .unavailable,
        "\(url.path), line \(place + 1) has no \"example_test\", and the hidden tests must not "
          + "train: choose another program than humanevalfix/\(name).",
        line: place + 1)
    }
    guard let row, let program = Self.program(row, name) else {
      throw DataError(
        .malformed, "\(url.path), line \(place + 1) is not of the published form: fetch it again.",
        line: place + 1)
    }
    return (program, ContentDigest(ofBytes: bytes).hex == Self.digest)
  }

  private static func program(_ row: JSONValue, _ name: String) -> FaultyProgram? {
    guard let entry = row["entry_point"]?.stringValue,
      let declaration = row["declaration"]?.stringValue,
      let buggy = row["buggy_solution"]?.stringValue,
      let canonical = row["canonical_solution"]?.stringValue,
      let description = row["docstring"]?.stringValue, let test = row["test"]?.stringValue,
      let examples = row["example_test"]?.stringValue,
      let parameters = PublishedSource.parameters(of: entry, in: declaration + buggy)
    else { return nil }
    let function = FaultyProgram.Function(
      name: entry, parameters: parameters, faulty: declaration + buggy,
      correct: declaration + canonical)
    return FaultyProgram(
      name: "humanevalfix/\(name)", specification: description, functions: [function],
      visible: [script("examples", examples)],
      hidden: [script("tests", test)])
  }

  /// A test that runs where it stands.
  private static func script(_ name: String, _ source: String) -> ProgramTest {
    .script(PublishedTest(name: name, source: source, statement: "pass"))
  }
}

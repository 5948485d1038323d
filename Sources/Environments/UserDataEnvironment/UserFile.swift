// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Datasets

/// A file of JSON lines, each with `input` and `target`, and perhaps `id` and `split`.
enum UserFile {
  private static let parts = ["train", "validation", "test"]

  /// Reads and divides the items.
  ///
  /// When lines name their `split`, all of them have to. Otherwise the first 15 items train, the
  /// next 5 validate and the rest tests. No input may stand in two of these.
  ///
  /// - Throws: `DataError` naming file and line.
  static func split(
    of bytes: [UInt8], named file: String, rule: UserRule
  ) throws(DataError) -> ExampleSplit {
    let lines = try JSONLines.objects(in: bytes, named: file)
    let examples = try JSONLines.examples(from: lines)
    for (line, example) in zip(lines, examples) {
      if let fault = rule.fault(of: example.target) {
        throw line.error("has a target that \(fault): correct it or choose another --rule")
      }
    }
    guard lines.contains(where: { $0.object["split"] != nil }) else {
      let split = try ExampleSplit(
        asInTracePaper: ExampleSet(name: file, label: .user, examples: examples))
      let sizes = [split.train.count, split.validation.count, split.test.count]
      let byPlace = zip(parts, sizes).flatMap { repeatElement($0, count: $1) }
      let placed = examples.indices.map { (lines[$0], examples[$0], byPlace[$0]) }
      try checkInputs(placed) {
        "\($0) by its place: remove one, or give every line a \"split\""
      }
      return split
    }
    var placed: [(line: JSONLine, example: Example, part: String)] = []
    for (line, example) in zip(lines, examples) {
      let part = try line.string("split", default: "")
      guard parts.contains(part) else {
        throw line.error(
          "has no \"split\" of train, validation or test: give every line one, or none")
      }
      placed.append((line, example, part))
    }
    try checkInputs(placed) { "\($0): keep it in one of them" }
    let byPart = Dictionary(grouping: placed, by: \.part).mapValues { $0.map(\.example) }
    for part in parts where byPart[part] == nil {
      throw DataError(.wrongCount, "\(file) has no item of the split \(part): add one.")
    }
    return ExampleSplit(
      label: .user, train: byPart["train", default: []],
      validation: byPart["validation", default: []], test: byPart["test", default: []])
  }

  /// Refuses an input that stands in two parts.
  private static func checkInputs(
    _ placed: [(line: JSONLine, example: Example, part: String)],
    advice: (_ places: String) -> String
  ) throws(DataError) {
    var firsts: [String: (number: Int, part: String)] = [:]
    for (line, example, part) in placed {
      guard let first = firsts[example.input] else {
        firsts[example.input] = (line.number, part)
        continue
      }
      guard first.part != part else { continue }
      throw line.error(
        "has the \"input\" of line \(first.number), which is in \(first.part) while this one is in "
          + advice(part))
    }
  }
}

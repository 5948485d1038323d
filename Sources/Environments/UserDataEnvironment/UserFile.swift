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
  /// next 5 validate and the rest tests. No input may stand in two splits that lines name.
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
      return try ExampleSplit(
        asInTracePaper: ExampleSet(name: file, label: .user, examples: examples))
    }
    var byPart: [String: [Example]] = [:]
    var partOfInput: [String: String] = [:]
    for (line, example) in zip(lines, examples) {
      let part = try line.string("split", default: "")
      guard parts.contains(part) else {
        throw line.error(
          "has no \"split\" of train, validation or test: give every line one, or none")
      }
      let earlier = partOfInput.updateValue(part, forKey: example.input)
      if let earlier, earlier != part {
        throw line.error(
          "has an \"input\" that stands in the split \(earlier) as well: keep it in one of them")
      }
      byPart[part, default: []].append(example)
    }
    for part in parts where byPart[part] == nil {
      throw DataError(.wrongCount, "\(file) has no item of the split \(part): add one.")
    }
    return ExampleSplit(
      label: .user, train: byPart["train", default: []],
      validation: byPart["validation", default: []], test: byPart["test", default: []])
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
package import Datasets
import Foundation

/// The problems of AIME as the rows of two data sets on Hugging Face, which the user fetches: their
/// texts belong to the Mathematical Association of America.
package enum OfficialAIME: String, Sendable, Hashable {
  /// The problems of the years 2022 to 2024.
  case from2022To2024 = "aime_2022_2024.json"
  /// The problems of 2025.
  case of2025 = "aime_2025.json"

  /// The manifest, which says how to get the files.
  ///
  /// - Returns: What is built into the program.
  /// - Throws: ``DataError`` with code `malformed` when it is damaged.
  package static func manifest() throws(DataError) -> DataManifest {
    let text = String(decoding: PackageResources.aime_official_json, as: UTF8.self)
    return try DataManifest(parsing: text, named: "aime-official.json")
  }

  /// The problems in the order of the data set, named after their years' file and place.
  ///
  /// - Parameters:
  ///   - part: Which problems.
  ///   - directory: The folder with the file; nil when the user named none.
  /// - Returns: All its problems, labelled unchecked, because nothing says that the file is whole.
  /// - Throws: ``DataError`` that names the file and the row at fault, or says how to get the file.
  static func load(_ part: OfficialAIME, from directory: String?) throws(DataError) -> ExampleSet {
    let manifest = try manifest()
    let url = try manifest.uncheckedFile(named: part.rawValue, from: directory)
    let count = manifest.uncheckedFiles.first { $0.name == part.rawValue }?.exampleCount
    let examples = try part.examples(in: try TextFile.text(of: url), named: url.path)
    guard examples.count == count else {
      throw DataError(
        .wrongCount,
        "\(url.path) has \(examples.count) problems instead of \(count ?? 0): fetch it again.")
    }
    return ExampleSet(name: part.rawValue, label: .unchecked, examples: examples)
  }

  /// Reads `{"rows": [{"row_idx": 0, "row": {"problem": ..., "answer": ...}, "truncated_cells": []},
  /// ...]}`, where answers are numbers or digits in quotes; the order and the whole texts matter.
  ///
  /// - Throws: ``DataError`` with code `malformed` naming the file and the row.
  func examples(in text: String, named path: String) throws(DataError) -> [Example] {
    let value: JSONValue
    do {
      value = try JSONValue(parsing: text)
    } catch {
      throw DataError(.malformed, "\(path) is \(error).", line: error.line)
    }
    guard let rows = value["rows"]?.arrayValue else {
      throw DataError(.malformed, "\(path) has no member \"rows\": fetch it again.")
    }
    var examples: [Example] = []
    for (place, row) in rows.enumerated() {
      guard row["row_idx"]?.intValue == place, row["truncated_cells"]?.arrayValue?.isEmpty != false
      else {
        throw DataError(
          .malformed,
          "\(path), row \(place) is another row of the data set or is cut: fetch the file again.")
      }
      guard let row = row["row"], let problem = row["problem"]?.stringValue,
        let answer = row["answer"]?.intValue ?? row["answer"]?.stringValue.flatMap({ Int($0) }),
        (0...999).contains(answer)
      else {
        throw DataError(
          .malformed,
          "\(path), row \(place) has no \"problem\" with an \"answer\" from 0 to 999: fetch it "
            + "again.")
      }
      let digits = place < 10 ? "0\(place)" : "\(place)"
      let years = self == .of2025 ? "2025" : "2022-2024"
      examples.append(Example(id: "\(years)-\(digits)", input: problem, target: String(answer)))
    }
    return examples
  }
}

extension ExampleSplit {
  /// GEPA's split: `Random(0)` shuffles the problems of 2022 to 2024, the first half of which trains
  /// and the second validates.
  ///
  /// - Parameters:
  ///   - known: The problems to learn from.
  ///   - test: The problems to test on.
  init(asInGEPAOf known: ExampleSet, test: ExampleSet) {
    var order = PythonRandom(seed: 0)
    let shuffled = order.shuffled(known.examples)
    let half = shuffled.count / 2
    self.init(
      label: test.label, train: Array(shuffled[..<half]), validation: Array(shuffled[half...]),
      test: test.examples)
  }
}

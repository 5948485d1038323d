// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Datasets
import Foundation

/// The problems of AIME as the rows of two data sets on Hugging Face, which the user fetches: their
/// texts belong to the Mathematical Association of America.
enum OfficialAIME: Sendable, Hashable {
  case from2022To2024
  case of2025

  /// The name of the file in the user's folder.
  var file: String { self == .of2025 ? "aime_2025.json" : "aime_2022_2024.json" }

  /// How many problems it has.
  var count: Int { self == .of2025 ? 30 : 90 }

  private var dataset: String {
    self == .of2025 ? "MathArena%2Faime_2025" : "AI-MO%2Faimo-validation-aime"
  }

  /// The problems in the order of the data set, named after their years' file and place.
  ///
  /// - Parameters:
  ///   - part: Which problems.
  ///   - directory: The folder with the file; nil when the user named none.
  /// - Returns: All its problems, labelled official.
  /// - Throws: ``DataError`` that names the file and the row at fault, or says how to get the file.
  static func load(_ part: OfficialAIME, from directory: String?) throws(DataError) -> ExampleSet {
    guard let directory else {
      throw DataError(
        .unavailable,
        "AIME is read from a folder: get \(part.file) with curl -o DIR/\(part.file) "
          + "'https://datasets-server.huggingface.co/rows?dataset=\(part.dataset)"
          + "&config=default&split=train&offset=0&length=100', and name the folder with "
          + "--data-dir DIR.")
    }
    let url = URL(fileURLWithPath: directory, isDirectory: true).appendingPathComponent(part.file)
    let text = try TextFile.text(of: url)
    let examples = try part.examples(in: text, named: url.path)
    guard examples.count == part.count else {
      throw DataError(
        .wrongCount,
        "\(url.path) has \(examples.count) problems instead of \(part.count): fetch it again.")
    }
    return ExampleSet(name: part.file, label: .official, examples: examples)
  }

  /// Reads `{"rows": [{"row": {"problem": ..., "answer": ...}}, ...]}`, where answers are numbers
  /// or digits in quotes.
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

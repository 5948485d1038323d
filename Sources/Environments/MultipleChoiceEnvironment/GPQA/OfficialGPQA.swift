// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets
import Foundation

/// The 198 questions of GPQA diamond, from the user's own copy of the publisher's file.
enum OfficialGPQA {
  /// The file as its publishers name it.
  private static let file = "gpqa_diamond.csv"
  /// The rows of the file.
  private static let count = 198

  /// The questions in the order of the file, named after their place.
  ///
  /// - Parameter directory: The folder with the file; nil when the user named none.
  /// - Returns: All questions, labelled official.
  /// - Throws: ``DataError`` that names the file and the line at fault, or says how to get the file.
  static func load(from directory: String?) throws(DataError) -> ExampleSet {
    guard let directory else {
      throw DataError(
        .unavailable,
        "GPQA is read from a folder of yours: accept its terms at "
          + "https://huggingface.co/datasets/Idavidrein/gpqa, or unpack dataset.zip of "
          + "https://github.com/idavidrein/gpqa with the password that its README gives, put "
          + "\(file) into DIR, and name the folder with --data-dir DIR.")
    }
    let url = URL(fileURLWithPath: directory, isDirectory: true).appendingPathComponent(file)
    let examples = try Self.examples(in: try TextFile.bytes(of: url), named: url.path)
    guard examples.count == count else {
      throw DataError(
        .wrongCount,
        "\(url.path) has \(examples.count) questions and GPQA diamond has \(count): fetch the "
          + "file again.")
    }
    return ExampleSet(name: "gpqa_diamond", label: .official, examples: examples)
  }

  /// Reads the columns `Question`, `Correct Answer` and `Incorrect Answer 1` to `3`, and offers
  /// the choices in the order of simple-evals and TextGrad: `Random(0)` draws one for each row.
  ///
  /// - Throws: `DataError` with code `malformed` naming file and line.
  static func examples(in bytes: [UInt8], named path: String) throws(DataError) -> [Example] {
    let rows = try CSVTable(parsing: bytes, named: path).rows
    var random = PythonRandom(seed: 0)
    var examples: [Example] = []
    for (place, row) in rows.enumerated() {
      var answers = [try row.text("Correct Answer")]
      for number in 1...3 { answers.append(try row.text("Incorrect Answer \(number)")) }
      let order = random.sample(4, of: [0, 1, 2, 3])
      let question = try row.text("Question")
      var choices: [String] = []
      for index in order { choices.append(answers[index]) }
      examples.append(
        MultipleChoice.example(
          place, question: question, choices: choices, answer: order.firstIndex(of: 0) ?? 0))
    }
    return examples
  }
}

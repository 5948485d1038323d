// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import Datasets
import Foundation

/// The questions of GPQA diamond, from the user's own copy of the publisher's file, whose checksum
/// the publisher does not give.
package enum OfficialGPQA {
  /// The manifest, which says how to get the file.
  ///
  /// - Returns: What is built into the program.
  /// - Throws: ``DataError`` with code `malformed` when it is damaged.
  package static func manifest() throws(DataError) -> DataManifest {
    let text = String(decoding: PackageResources.gpqa_official_json, as: UTF8.self)
    return try DataManifest(parsing: text, named: "gpqa-official.json")
  }

  /// The questions in the order of the file, named after their place.
  ///
  /// - Parameter directory: The folder with the file; nil when the user named none.
  /// - Returns: All questions, labelled unchecked.
  /// - Throws: ``DataError`` that names the file and the line at fault, or says how to get the file.
  static func load(from directory: String?) throws(DataError) -> ExampleSet {
    let manifest = try manifest()
    let file = manifest.uncheckedFiles[0]
    let url = try manifest.uncheckedFile(named: file.name, from: directory)
    let examples = try Self.examples(in: try TextFile.bytes(of: url), named: url.path)
    guard examples.count == file.exampleCount else {
      throw DataError(
        .wrongCount,
        "\(url.path) has \(examples.count) questions and GPQA diamond has \(file.exampleCount): "
          + "fetch the file again.")
    }
    return ExampleSet(name: "gpqa_diamond", label: .unchecked, examples: examples)
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

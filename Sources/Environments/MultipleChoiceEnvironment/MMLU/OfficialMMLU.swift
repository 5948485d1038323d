// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
package import Datasets

/// The test questions of two subjects of MMLU, one JSON object a line.
package enum OfficialMMLU {
  /// The manifest with the checksums of the two files.
  ///
  /// - Returns: What is built into the program.
  /// - Throws: ``DataError`` with code `malformed` when it is damaged.
  package static func pinnedManifest() throws(DataError) -> DataManifest {
    let text = String(decoding: PackageResources.mmlu_official_json, as: UTF8.self)
    return try DataManifest(parsing: text, named: "mmlu-official.json")
  }

  /// The questions of a subject in the order of the file, named after their place.
  ///
  /// - Parameters:
  ///   - subject: The subject.
  ///   - directory: The folder with the file; nil when the user named none.
  /// - Returns: All its questions, labelled official.
  /// - Throws: ``DataError`` that names the file and the line at fault, or says how to get the file.
  static func load(
    _ subject: MMLUSubject, from directory: String?
  ) async throws -> ExampleSet {
    let manifest = try pinnedManifest()
    guard let directory else { throw manifest.needsFolder }
    let file = try await DataLibrary().bytes(
      of: "\(subject.rawValue)_test.jsonl", in: manifest, from: directory)
    let examples = try examples(in: file.bytes, named: file.path)
    return ExampleSet(name: subject.rawValue, label: .official, examples: examples)
  }

  /// Reads the form `{"question": ..., "choices": [4 texts], "answer": 0-3}`.
  ///
  /// - Throws: ``DataError`` with code `malformed` naming file and line.
  static func examples(in bytes: [UInt8], named path: String) throws(DataError) -> [Example] {
    var examples: [Example] = []
    for line in try JSONLines.objects(in: bytes, named: path) {
      let choices = line.object["choices"]?.arrayValue?.compactMap(\.stringValue) ?? []
      guard choices.count == 4, let answer = line.object["answer"]?.intValue,
        choices.indices.contains(answer)
      else { throw line.error("has no four choices with an answer from 0 to 3: fetch it again") }
      examples.append(
        MultipleChoice.example(
          examples.count, question: try line.string("question"), choices: choices, answer: answer))
    }
    return examples
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
package import Datasets

/// Questions of HotpotQA with the passages that were published with them.
package enum OfficialHotpotQA {
  private static let file = "hotpotqa_train.json"

  /// The manifest with the checksum of the file.
  ///
  /// - Returns: What is built into the program.
  /// - Throws: ``DataError`` with code `malformed` when it is damaged.
  package static func pinnedManifest() throws(DataError) -> DataManifest {
    let text = String(decoding: PackageResources.hotpotqa_official_json, as: UTF8.self)
    return try DataManifest(parsing: text, named: "hotpotqa-official.json")
  }

  /// Reads the questions, named after their place, and all their passages.
  ///
  /// - Parameters:
  ///   - directory: A folder with the file; nil for the cache.
  ///   - library: Where published sets are.
  /// - Returns: The questions in file order, labelled official, and each passage once.
  /// - Throws: ``DataError`` naming the file, and the question when one is at fault;
  ///   `CancellationError`.
  static func load(
    from directory: String?, in library: DataLibrary
  ) async throws -> (questions: ExampleSet, passages: [Passage]) {
    let manifest = try pinnedManifest()
    let count = try manifest.file(named: file).exampleCount
    let file = try await library.bytes(of: file, in: manifest, from: directory)
    let material = try read(file.bytes, named: file.path)
    guard material.questions.examples.count == count else {
      throw DataError(
        .wrongCount,
        "\(file.path) has \(material.questions.examples.count) questions where the published file has "
          + "\(count): fetch it again.")
    }
    return material
  }

  /// Reads the publisher's form: an array of objects with `question`, `answer` and `context`, which
  /// has a title and a list of sentences for each passage.
  ///
  /// - Throws: ``DataError`` with code `malformed`.
  static func read(
    _ bytes: [UInt8], named path: String
  ) throws(DataError) -> (questions: ExampleSet, passages: [Passage]) {
    let value: JSONValue
    do {
      value = try JSONValue(parsing: String(decoding: bytes, as: UTF8.self))
    } catch {
      throw DataError(.malformed, "\(path) is \(error).", line: error.line)
    }
    guard let rows = value.arrayValue else {
      throw DataError(.malformed, "\(path) is no JSON array: fetch the file again.")
    }
    var examples: [Example] = []
    var passages: [Passage] = []
    var titles: Set<String> = []
    for (place, row) in rows.enumerated() {
      let context = row["context"]?.arrayValue?.compactMap(passage)
      guard let question = row["question"]?.stringValue, let answer = row["answer"]?.stringValue,
        let context, !context.isEmpty, context.count == row["context"]?.arrayValue?.count
      else {
        throw DataError(
          .malformed,
          "\(path), question \(place + 1) is not of the published form: fetch the file again.")
      }
      examples.append(
        Example(id: "train/\(ExampleNumber.text(place))", input: question, target: answer))
      passages += context.filter { titles.insert($0.title).inserted }
    }
    guard !examples.isEmpty else {
      throw DataError(.malformed, "\(path) has no questions: fetch the file again.")
    }
    return (ExampleSet(name: "hotpotqa", label: .official, examples: examples), passages)
  }

  private static func passage(_ value: JSONValue) -> Passage? {
    guard let parts = value.arrayValue, parts.count == 2, let title = parts[0].stringValue,
      let sentences = parts[1].arrayValue?.compactMap(\.stringValue),
      sentences.count == parts[1].arrayValue?.count
    else { return nil }
    return Passage(title: title, text: sentences.joined())
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import Datasets

/// The publisher's two files.
package enum OfficialGSM8K {
  /// One of the files; the raw value is its name without `.jsonl`.
  package enum Part: String, Sendable, Hashable, CaseIterable {
    /// 7,473 problems.
    case train
    /// 1,319 problems.
    case test
  }

  /// The manifest with the checksums of both files.
  ///
  /// - Returns: What is built into the program.
  /// - Throws: ``DataError`` with code `malformed` when it is damaged.
  package static func pinnedManifest() throws(DataError) -> DataManifest {
    let text = String(decoding: PackageResources.gsm8k_official_json, as: UTF8.self)
    return try DataManifest(parsing: text, named: "gsm8k-official.json")
  }

  /// The problems of one file, named after the file and their place, such as `test/0007`.
  ///
  /// - Parameters:
  ///   - part: The file to read.
  ///   - directory: A folder with the publisher's files under their own names; nil for the cache.
  ///   - library: Where published sets are.
  /// - Returns: All its problems in file order, labelled official.
  /// - Throws: ``DataError`` naming the file, and the line when one is at fault;
  ///   `CancellationError`.
  package static func load(
    _ part: Part, from directory: String?, in library: DataLibrary
  ) async throws -> ExampleSet {
    let manifest = try pinnedManifest()
    let name = part.rawValue + ".jsonl"
    let file = try await library.bytes(of: name, in: manifest, from: directory)
    let examples = try examples(in: file.bytes, named: file.path, part: part)
    let count = try manifest.file(named: name).exampleCount
    guard examples.count == count else {
      throw DataError(
        .wrongCount,
        "\(file.path) has \(examples.count) problems where the published file has \(count): "
          + "fetch it again.")
    }
    return ExampleSet(name: part.rawValue, label: .official, examples: examples)
  }

  /// Reads the publisher's form: a `question`, and an `answer` whose last line is `#### ` with the
  /// number, which is the target as it is written there.
  ///
  /// - Parameters:
  ///   - bytes: The file's content.
  ///   - path: The name that errors give.
  ///   - part: The file that it is.
  /// - Returns: The problems in file order.
  /// - Throws: ``DataError`` with code `malformed` naming file and line.
  package static func examples(
    in bytes: [UInt8], named path: String, part: Part
  ) throws(DataError) -> [Example] {
    var examples: [Example] = []
    for line in try JSONLines.objects(in: bytes, named: path) {
      let solution = try line.string("answer")
      guard let mark = solution.ranges(of: "#### ").last, mark.upperBound < solution.endIndex else {
        throw line.error("has an answer without \"#### \" and a number: fetch the file again")
      }
      let place = String(examples.count)
      let number = String(repeating: "0", count: max(0, 4 - place.count)) + place
      examples.append(
        Example(
          id: "\(part.rawValue)/\(number)", input: try line.string("question"),
          target: String(solution[mark.upperBound...])))
    }
    return examples
  }
}

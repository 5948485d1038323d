// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
package import Foundation

/// Files with one JSON object a line, each with an `input` and a `target`.
package enum JSONLines {
  /// The examples of a file.
  ///
  /// Lines of white space alone are skipped. An item without `id` is named after its line, such
  /// as `line-7`. Members other than `id`, `input` and `target` are ignored.
  ///
  /// - Parameter url: The file's location.
  /// - Returns: At least one example, in the order of the lines.
  /// - Throws: ``DataError`` naming file and line when the file cannot be read, a line is not such
  ///   an object, an id appears twice, or there is no item at all.
  package static func examples(at url: URL) throws(DataError) -> [Example] {
    try examples(in: try TextFile.bytes(of: url), named: url.path)
  }

  /// The examples in the bytes of a file.
  ///
  /// - Parameters:
  ///   - bytes: The content, UTF-8.
  ///   - file: The name that errors give.
  /// - Returns: At least one example, in the order of the lines.
  /// - Throws: ``DataError`` with code `malformed` naming file and line.
  package static func examples(
    in bytes: [UInt8],
    named file: String
  ) throws(DataError) -> [Example] {
    try examples(from: try objects(in: bytes, named: file))
  }

  /// The examples that lines give.
  ///
  /// - Parameter lines: Objects with `input`, `target` and perhaps `id`.
  /// - Returns: One example for each line.
  /// - Throws: ``DataError`` with code `malformed` naming file and line.
  package static func examples(from lines: [JSONLine]) throws(DataError) -> [Example] {
    var examples: [Example] = []
    var lineOfID: [String: Int] = [:]
    for line in lines {
      let id = try line.string("id", default: "line-\(line.number)")
      let example = Example(
        id: id, input: try line.string("input"), target: try line.string("target"))
      if let first = lineOfID.updateValue(line.number, forKey: id) {
        throw line.error("repeats the id \"\(id)\" of line \(first): make ids unique")
      }
      examples.append(example)
    }
    return examples
  }

  /// The objects in the bytes of a file, whatever members they have.
  ///
  /// - Parameters:
  ///   - bytes: The content, UTF-8, with or without a byte order mark; lines of white space alone
  ///     are skipped.
  ///   - file: The name that errors give.
  /// - Returns: At least one line.
  /// - Throws: ``DataError`` with code `malformed` naming file and line.
  package static func objects(
    in bytes: [UInt8], named file: String
  ) throws(DataError) -> [JSONLine] {
    var objects: [JSONLine] = []
    let lines = bytes.withoutByteOrderMark.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, content) in lines.enumerated() {
      if let line = try JSONLine(content, file: file, number: index + 1) { objects.append(line) }
    }
    guard !objects.isEmpty else {
      throw DataError(.malformed, "\(file) holds no items: give one JSON object a line.")
    }
    return objects
  }

  /// The examples as text, one object a line with the members `id`, `input`, `target` and, where
  /// it is told, `solution`.
  ///
  /// - Parameters:
  ///   - examples: The items in order.
  ///   - solutions: The way to the answer, by the names of items.
  /// - Returns: The lines, each ending with a line feed.
  package static func text(of examples: [Example], solutions: [String: String] = [:]) -> String {
    examples.map { example in
      let solution = solutions[example.id].map { [JSONValue.Member("solution", .string($0))] }
      return JSONValue.object(example.members + (solution ?? [])).text + "\n"
    }.joined()
  }

  /// Writes the examples, replacing the file.
  ///
  /// - Parameters:
  ///   - examples: The items in order.
  ///   - solutions: The way to the answer, by the names of items.
  ///   - url: The file's location; folders above it are created.
  /// - Throws: ``DataError`` with code `unwritable`.
  package static func write(
    _ examples: [Example], solutions: [String: String] = [:], to url: URL
  ) throws(DataError) {
    try TextFile.write(text(of: examples, solutions: solutions), to: url)
  }
}

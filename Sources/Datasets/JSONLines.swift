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
    var examples: [Example] = []
    var lineOfID: [String: Int] = [:]
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, content) in lines.enumerated() {
      let place = Place(file: file, line: index + 1)
      guard let text = String(validating: content, as: UTF8.self) else {
        throw place.error("is not UTF-8 text: save the file as UTF-8")
      }
      if text.allSatisfy(\.isWhitespace) { continue }
      let example = try example(in: text, at: place)
      if let first = lineOfID.updateValue(place.line, forKey: example.id) {
        throw place.error("repeats the id \"\(example.id)\" of line \(first): make ids unique")
      }
      examples.append(example)
    }
    guard !examples.isEmpty else {
      throw DataError(.malformed, "\(file) holds no items: give one JSON object a line.")
    }
    return examples
  }

  /// The examples as text, one object a line with the members `id`, `input`, `target`.
  ///
  /// - Parameter examples: The items in order.
  /// - Returns: The lines, each ending with a line feed.
  package static func text(of examples: [Example]) -> String {
    examples.map { $0.json.text + "\n" }.joined()
  }

  /// Writes the examples, replacing the file.
  ///
  /// - Parameters:
  ///   - examples: The items in order.
  ///   - url: The file's location; folders above it are created.
  /// - Throws: ``DataError`` with code `unwritable`.
  package static func write(_ examples: [Example], to url: URL) throws(DataError) {
    try TextFile.write(text(of: examples), to: url)
  }

  private static func example(in text: String, at place: Place) throws(DataError) -> Example {
    let value: JSONValue
    do {
      value = try JSONValue(parsing: text)
    } catch {
      throw place.error("is not a JSON object (\(error.message)): correct the line")
    }
    guard value.members != nil else {
      throw place.error("is not a JSON object: write {\"input\": ..., \"target\": ...}")
    }
    let id = try string("id", of: value, at: place, default: "line-\(place.line)")
    return Example(
      id: id,
      input: try string("input", of: value, at: place),
      target: try string("target", of: value, at: place)
    )
  }

  private static func string(
    _ name: String,
    of object: JSONValue,
    at place: Place,
    default fallback: String? = nil
  ) throws(DataError) -> String {
    guard let member = object[name] else {
      guard let fallback else { throw place.error("has no \"\(name)\": add it as a string") }
      return fallback
    }
    guard let text = member.stringValue else {
      throw place.error("has a \"\(name)\" that is not a string: put it in quotes")
    }
    return text
  }
}

private struct Place {
  let file: String
  let line: Int

  func error(_ complaint: String) -> DataError {
    DataError(.malformed, "\(file), line \(line) \(complaint).", line: line)
  }
}

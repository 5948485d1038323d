// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import CanonicalJSON

/// One line of a file of JSON objects, which knows where it stands.
package struct JSONLine: Sendable, Hashable {
  /// The name of the file, as errors give it.
  package let file: String
  /// The line's number, counted from 1.
  package let number: Int
  /// The object.
  package let object: JSONValue

  /// Reads a line, or gives nil when it is white space alone.
  ///
  /// - Throws: ``DataError`` with code `malformed` when it is no JSON object in UTF-8.
  init?(_ content: some Collection<UInt8>, file: String, number: Int) throws(DataError) {
    self.file = file
    self.number = number
    guard let text = String(validating: content, as: UTF8.self) else {
      throw Self.error("is not UTF-8 text: save the file as UTF-8", file, number)
    }
    if text.allSatisfy(\.isWhitespace) { return nil }
    do {
      object = try JSONValue(parsing: text)
    } catch {
      throw Self.error("is not a JSON object (\(error.message)): correct the line", file, number)
    }
    guard object.members != nil else {
      let form = "write {\"input\": ..., \"target\": ...}"
      throw Self.error("is not a JSON object: \(form)", file, number)
    }
  }

  /// A member that has to be text.
  ///
  /// - Parameters:
  ///   - name: The member.
  ///   - fallback: What stands for a member that is not there; nil when it has to be there.
  /// - Returns: The text.
  /// - Throws: ``DataError`` naming file and line.
  package func string(
    _ name: String, default fallback: String? = nil
  ) throws(DataError) -> String {
    guard let member = object[name] else {
      guard let fallback else { throw error("has no \"\(name)\": add it as a string") }
      return fallback
    }
    guard let text = member.stringValue else {
      throw error("has a \"\(name)\" that is not a string: put it in quotes")
    }
    return text
  }

  /// An error about this line.
  ///
  /// - Parameter complaint: What is wrong and what to do, to follow the line's number.
  /// - Returns: One sentence that names file and line.
  package func error(_ complaint: String) -> DataError { Self.error(complaint, file, number) }

  private static func error(_ complaint: String, _ file: String, _ number: Int) -> DataError {
    DataError(.malformed, "\(file), line \(number) \(complaint).", line: number)
  }
}

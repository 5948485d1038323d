// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A key that no printed, logged or mirrored value shows.
package struct SecretKey: Sendable, CustomStringConvertible, CustomReflectable {
  private let reveal: @Sendable () -> String

  /// Keeps a key that the program made or read itself.
  package init(_ text: String) { reveal = { text } }

  /// Reads a key from an environment variable.
  ///
  /// - Throws: ``LanguageModelError`` with `unauthorized` when the variable is unset or empty.
  package init(
    environmentVariable name: String,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(LanguageModelError) {
    let text = environment[name]?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
    guard !text.isEmpty else {
      throw LanguageModelError(
        .unauthorized,
        "the environment variable \(name) has no key: set it to your key"
      )
    }
    self.init(text)
  }

  /// Reads a key from the first line of a file.
  ///
  /// - Throws: ``LanguageModelError`` with `unauthorized` when the file cannot be read or is empty.
  package init(file path: String) throws(LanguageModelError) {
    let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    let line = text.split(whereSeparator: \.isNewline).first ?? ""
    let key = line.trimmingCharacters(in: .whitespaces)
    guard !key.isEmpty else {
      throw LanguageModelError(
        .unauthorized,
        "the key file \(path) cannot be read or is empty"
      )
    }
    self.init(key)
  }

  /// The key itself, to be put into a request's header and nowhere else.
  package var text: String { reveal() }

  /// Whether the key is too long to be in a text by chance.
  var isLong: Bool { reveal().utf8.count >= 16 }

  /// A fixed text.
  package var description: String { "(key)" }

  /// A mirror without children.
  package var customMirror: Mirror { Mirror(self, children: []) }

  /// The text with each occurrence of the key replaced.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  package func redacted(_ other: String) -> String {
    other.replacingOccurrences(of: text, with: description)
  }
}

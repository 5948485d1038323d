// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import OPTO

/// Adds sentences to a text before the paragraph with its placeholder, and puts back placeholders
/// that a new text has lost.
struct TextInsertion {
  /// The most characters of what a model may add at once.
  static let maximumLength = 800

  /// Texts that have to stay, such as a placeholder.
  let requiredTexts: [String]

  /// The text with sentences added, or why they cannot be.
  func inserting(
    _ sentences: String, into text: String
  ) -> Result<String, ValueConversion.Refusal> {
    var added = String(sentences.trimmingSpace.trimmingCharacters(among: "\""))
    for required in requiredTexts {
      let word = required.filter { $0.isLetter || $0.isNumber || $0 == " " }
      added = added.replacing(required, with: "the \(word)")
    }
    guard !added.isEmpty else { return .failure(.init(reason: "nothing was written")) }
    guard added.count <= Self.maximumLength else {
      return .failure(.init(reason: "it is longer than \(Self.maximumLength) characters"))
    }
    guard !text.contains(added) else {
      return .failure(.init(reason: "the text has these sentences already"))
    }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let place = lines.firstIndex { line in requiredTexts.contains { line.contains($0) } }
    guard var place else { return .success(text + "\n" + added) }
    while place > 0, !lines[place - 1].isEmpty { place -= 1 }
    if place > 0 {
      // The blank line that opens the placeholder's paragraph stays below what is added.
      lines.insert(added, at: place - 1)
    } else {
      lines.insert(contentsOf: [added, ""], at: 0)
    }
    return .success(lines.joined(separator: "\n"))
  }

  /// A new text with the lines of the old one that have the required texts that it lacks.
  func rescuing(_ new: String, from old: String) -> String {
    let missing = requiredTexts.filter { !new.contains($0) }
    guard !missing.isEmpty else { return new }
    let lines = old.split(separator: "\n").filter { line in
      missing.contains { line.contains($0) }
    }
    return new + "\n\n" + lines.joined(separator: "\n")
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON

/// What an optimizer's model answered, read from its text.
struct OptimizerAnswer: Equatable {
  /// How the text was read.
  enum Path: String {
    /// The whole text is JSON.
    case json
    /// JSON within a fenced block.
    case fenced
    /// JSON within other text.
    case embedded
    /// Text that is nearly JSON.
    case repaired
    /// Blocks of tags.
    case blocks
    /// The whole answer is the word that ends the optimization.
    case terminated
  }

  /// New values by the names that the answer uses, in its order.
  var suggestions: [JSONValue.Member]
  /// Why, in the model's words; empty when it gave no reason.
  var reasoning: String
  /// How the text was read.
  var path: Path

  /// Reads an answer, or returns nil when it holds no suggestions.
  ///
  /// An object without the member `suggestion` counts as the suggestions themselves. The word
  /// `TERMINATE` ends the optimization only when it is the whole answer, so that a model that
  /// merely mentions it loses nothing.
  ///
  /// - Complexity: O(*n*²) in the length of the text at worst, O(*n*) for an answer that is JSON.
  ///
  /// - Parameters:
  ///   - text: What the model said.
  ///   - readsBlocks: Whether it was asked for blocks of tags; JSON is understood all the same.
  /// - Returns: What the answer suggests.
  static func read(_ text: String, readsBlocks: Bool = false) -> OptimizerAnswer? {
    let trimmed = text.trimmingSpace
    if trimmed.trimmingCharacters(among: "\"'.`!*") == "TERMINATE" {
      return OptimizerAnswer(suggestions: [], reasoning: "", path: .terminated)
    }
    if readsBlocks, let answer = BlockAnswer.read(trimmed) { return answer }
    if let value = try? JSONValue(parsing: String(trimmed)), let answer = Self(value, .json) {
      return answer
    }
    let fenced = fencedBlocks(in: trimmed)
    for block in fenced {
      if let value = try? JSONValue(parsing: String(block)), let answer = Self(value, .fenced) {
        return answer
      }
    }
    return readEmbedded(in: trimmed)
  }

  private static func readEmbedded(in text: Substring) -> OptimizerAnswer? {
    var rest = text
    while let start = rest.firstIndex(of: "{") {
      let candidate = rest[start...]
      if let end = candidate.lastIndex(of: "}"),
        let value = try? JSONValue(parsing: String(candidate[...end])),
        let answer = Self(value, .embedded)
      {
        return answer
      }
      if let value = TolerantJSON.value(in: candidate), let answer = Self(value, .repaired) {
        return answer
      }
      rest = rest[rest.index(after: start)...]
    }
    return nil
  }

  init(suggestions: [JSONValue.Member], reasoning: String, path: Path) {
    self.suggestions = suggestions
    self.reasoning = reasoning
    self.path = path
  }

  private init?(_ value: JSONValue, _ path: Path) {
    guard let members = value.members else { return nil }
    let suggestions: [JSONValue.Member]
    if let suggestion = value["suggestion"] {
      guard let named = suggestion.members else { return nil }
      suggestions = named
    } else {
      suggestions = members.filter { !["reasoning", "answer"].contains($0.name) }
      guard !suggestions.isEmpty else { return nil }
    }
    self.suggestions = suggestions.map {
      JSONValue.Member(String($0.name.trimmingSpace), $0.value)
    }
    reasoning = value["reasoning"]?.stringValue ?? ""
    self.path = path
  }

  private static func fencedBlocks(in text: Substring) -> [Substring] {
    var blocks: [Substring] = []
    var start: Substring.Index?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false)
    where line.trimmingSpace.hasPrefix("```") {
      if let opened = start {
        blocks.append(text[opened..<line.startIndex])
        start = nil
      } else {
        start = line.endIndex
      }
    }
    return blocks
  }
}

extension StringProtocol {
  /// The text without white space at its ends.
  var trimmingSpace: SubSequence { trimmed { $0.isWhitespace } }

  /// The text without any of these characters at its ends.
  func trimmingCharacters(among characters: String) -> SubSequence {
    trimmed { characters.contains($0) }
  }

  private func trimmed(_ isDropped: (Character) -> Bool) -> SubSequence {
    var rest = drop(while: isDropped)
    while let last = rest.last, isDropped(last) { rest.removeLast() }
    return rest
  }
}

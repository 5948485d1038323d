// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON

/// Reads an answer that is written in blocks of tags.
enum BlockAnswer {
  /// The suggestions of the top-level `variable` blocks after the reasoning, or nil without any.
  ///
  /// A value ends at the last `</value>` before the end of its block, so that a value may contain
  /// tags of its own; one line break at each end belongs to the form. Blocks within the reasoning
  /// are not read when it is closed.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  static func read(_ text: Substring) -> OptimizerAnswer? {
    var rest = text
    var reasoning = ""
    if let opened = rest.firstRange(of: "<reasoning>"),
      let closed = rest[opened.upperBound...].firstRange(of: "</reasoning>")
    {
      reasoning = String(rest[opened.upperBound..<closed.lowerBound].trimmingSpace)
      rest = rest[closed.upperBound...]
    }
    var suggestions: [JSONValue.Member] = []
    while let opened = rest.firstRange(of: "<variable>") {
      guard let block = block(in: rest[opened.upperBound...]) else { break }
      if let suggestion = suggestion(in: block.content) {
        suggestions.removeAll { $0.name == suggestion.name }
        suggestions.append(suggestion)
      }
      rest = block.rest
    }
    guard !suggestions.isEmpty else { return nil }
    return OptimizerAnswer(suggestions: suggestions, reasoning: reasoning, path: .blocks)
  }

  /// The text up to the end of a block: the first `</variable>` that follows a `</value>`.
  private static func block(
    in text: Substring
  ) -> (content: Substring, rest: Substring)? {
    var start = text.startIndex
    while let closed = text[start...].firstRange(of: "</variable>") {
      let content = text[..<closed.lowerBound]
      if content.trimmingSpace.hasSuffix("</value>") {
        return (content, text[closed.upperBound...])
      }
      start = closed.upperBound
    }
    return nil
  }

  private static func suggestion(in block: Substring) -> JSONValue.Member? {
    guard let opened = block.firstRange(of: "<value>"),
      let nameStart = block[..<opened.lowerBound].firstRange(of: "<name>"),
      let nameEnd = block[nameStart.upperBound..<opened.lowerBound].firstRange(of: "</name>"),
      let closed = block.ranges(of: "</value>").last, closed.lowerBound >= opened.upperBound
    else { return nil }
    var value = block[opened.upperBound..<closed.lowerBound]
    if value.first?.isNewline == true { value.removeFirst() }
    if value.last?.isNewline == true { value.removeLast() }
    let name = block[nameStart.upperBound..<nameEnd.lowerBound].trimmingSpace
    return JSONValue.Member(String(name), .string(String(value)))
  }
}

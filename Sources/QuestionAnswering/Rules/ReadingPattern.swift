// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// A pattern by which a rule reads texts, compiled once instead of at each answer.
///
/// Texts are read scalar by scalar, as Python's `re` reads them, so that a letter with an accent of
/// its own scalar is still that letter.
///
/// Unchecked because a `Regex` could hold closures that are not Sendable: patterns are made of
/// literals, which hold none, and a literal's program is compiled on first use and put in place by an
/// atomic exchange.
package struct ReadingPattern<Output>: @unchecked Sendable {
  private let regex: Regex<Output>

  /// Takes a pattern without closures, such as a literal.
  package init(_ regex: Regex<Output>) { self.regex = regex.matchingSemantics(.unicodeScalar) }

  /// The first place in a text that matches, or nil.
  ///
  /// - Complexity: O(*n*) in the length of the text for patterns without backtracking.
  package func first(in text: some StringProtocol) -> Regex<Output>.Match? {
    try? regex.firstMatch(in: Substring(text))
  }

  /// All places in a text that match, in order, none of which overlap.
  package func all(in text: some StringProtocol) -> [Regex<Output>.Match] {
    Substring(text).matches(of: regex)
  }

  /// The match of a text as a whole, or nil.
  package func whole(_ text: some StringProtocol) -> Regex<Output>.Match? {
    try? regex.wholeMatch(in: Substring(text))
  }
}

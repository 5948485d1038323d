// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Compares both sentences by a glossary, word by word, and answers when one kind of thing alone
/// differs.
func solveTranslation(_ text: String) -> String? {
  guard let german = text.text(between: "Source: ", and: "\n"),
    let english = text.text(between: "Translation: ", and: "\n")
  else { return nil }
  let differences = TranslationPair(german: german, english: english).differences
  guard differences.count == 1 else { return nil }
  return ItemText(text).letter { $0 == differences[0] }
}

/// A sentence and its translation as words.
private struct TranslationPair {
  private let german: [String]
  private let english: [String]
  private let lacksClause: Bool

  /// Takes both apart; a clause between commas that the translation lacks is left out of both.
  init(german: String, english: String) {
    let parts = german.split(separator: ", ")
    lacksClause = parts.count == 3 && !english.contains(",")
    let kept = lacksClause ? [parts[0], parts[2]] : parts
    self.german = kept.flatMap { Self.words(String($0)) }
    self.english = Self.words(english)
  }

  private static func words(_ text: String) -> [String] {
    text.split { !$0.isLetter && !$0.isNumber && $0 != "-" }.map(String.init)
  }

  /// The names of the kinds of error that the translation has.
  var differences: [String] {
    let isNegated = [german, english].map { !TranslationGlossary.negations.isDisjoint(with: $0) }
    let findings = [
      ("Dropped Content", lacksClause),
      ("Numerical Values", german.filter(isNumber) != english.filter(isNumber)),
      ("Named Entities", lacksTranslation(by: TranslationGlossary.names)),
      ("Facts", lacksTranslation(by: TranslationGlossary.nouns)),
      ("Modifiers or Adjectives", lacksTranslation(by: TranslationGlossary.adjectives)),
      (
        "Negation or Antonyms",
        isNegated[0] != isNegated[1] || lacksTranslation(by: TranslationGlossary.opposites)
      ),
    ]
    return findings.filter(\.1).map(\.0)
  }

  private func isNumber(_ word: String) -> Bool { Int(word) != nil }

  /// Whether a word of a glossary is in the German sentence and none of its translations is in the
  /// English one.
  private func lacksTranslation(by glossary: [String: String]) -> Bool {
    let sentence = " \(english.joined(separator: " ")) "
    return german.contains { word in
      let forms = [word] + ["en", "e"].filter(word.hasSuffix).map { word.dropLast($0.count) + "" }
      guard let entry = forms.compactMap({ glossary[$0] }).first else { return false }
      return !entry.split(separator: "/").contains { sentence.contains(" \($0) ") }
    }
  }
}

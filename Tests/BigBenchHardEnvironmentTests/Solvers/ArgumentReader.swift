// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Turns the sentences of an argument into statements and numbers its properties.
struct ArgumentReader {
  /// The nouns that were met, in order.
  private(set) var properties: [String] = []

  private static let marks = [
    "first of all,", "first premise:", "second premise:", "third premise:", "fourth premise:",
    "first,", "second,", "third,", "fourth,", "to begin with,", "to start with,", "moreover,",
    "finally,", "next,", "now,", "plus,", "therefore,", "hence,", "it follows that",
    "so, necessarily,", "so it must be that", "we may conclude that", "we may conclude:",
    "from this follows:", "from this we conclude that", "in consequence,", "all this entails that",
    "consequently,",
  ]

  /// Names with full stops, commas or conjunctions in them, and rare turns of phrase.
  private static let oddities = [
    ("R. Charleroi", "R Charleroi"), ("Mrs. Meyer", "Mrs Meyer"), ("Bumble and b", "Bumble b"),
    ("01, 03-05", "01 03-05"), (" and, in the same time, ", " and "), ("not both: ", "not both "),
    (" while not ", " and not "), ("Stop and Stare", "Stop Stare"),
  ]

  /// The statements of all sentences but those that come before the argument.
  mutating func statements(in text: String) -> [ReadStatement]? {
    var rest = text
    let colons = ["valid argument: ", "to this question: ", "some such relations: "]
    if let colon = colons.first(where: { text.contains($0) }) {
      rest = text.components(after: colon).after ?? ""
    } else if let end = text.firstRange(of: ". ") {
      rest = String(text[end.upperBound...])
    }
    for mark in Self.marks { rest = rest.replacing("." + mark, with: ". " + mark) }
    for (odd, plain) in Self.oddities { rest = rest.replacing(odd, with: plain) }
    var statements: [ReadStatement] = []
    for sentence in rest.replacing(". ", with: "\n").split(separator: "\n").map(String.init) {
      guard let statement = statement(bare(sentence)) else { return nil }
      statements.append(statement)
    }
    return statements
  }

  /// The sentence without marks at its beginning, the full stop and the first capital letter.
  private func bare(_ sentence: String) -> String {
    var text = sentence
    if text.hasSuffix(".") { text.removeLast() }
    for mark in Self.marks where text.lowercased().hasPrefix(mark) {
      text = String(text.dropFirst(mark.count))
      break
    }
    text = String(text.trimmingPrefix { $0 == " " })
    return text.prefix(1).lowercased() + text.dropFirst()
  }

  private mutating func statement(_ text: String) -> ReadStatement? {
    for opening in ["it is false that ", "it is not the case that "] where text.hasPrefix(opening) {
      return statement(String(text.dropFirst(opening.count))).map { .not($0) }
    }
    if text.hasPrefix("not every ") {
      return statement(String(text.dropFirst(4))).map { .not($0) }
    }
    return condition(text) ?? quantified(text) ?? existence(text) ?? named(text)
  }

  private mutating func condition(_ text: String) -> ReadStatement? {
    for (mark, isReversed) in [(" is sufficient for ", false), (" is necessary for ", true)] {
      guard text.contains(mark) else { continue }
      let parts = text.components(after: mark)
      guard let one = being(parts.before), let other = being(parts.after ?? "") else { return nil }
      return isReversed ? .every(other, one) : .every(one, other)
    }
    return nil
  }

  private mutating func being(_ text: String) -> ReadPredicate? {
    predicate(text.replacing("being ", with: "").replacing("to be ", with: ""))
  }

  private mutating func quantified(_ text: String) -> ReadStatement? {
    let all = [
      "whoever is ", "whatever is ", "everyone who is ", "everybody who is ", "everything that is ",
      "if someone is ", "if something is ",
    ]
    for opening in all where text.hasPrefix(opening) {
      let marks = [", then that person is ", ", then that thing is ", ", is ", " is "]
      guard let (one, other) = split(String(text.dropFirst(opening.count)), at: marks),
        let subject = predicate(one), let object = predicate(other)
      else { return nil }
      return .every(subject, object)
    }
    for (opening, isNone) in [("every ", false), ("no ", true)] where text.hasPrefix(opening) {
      guard
        let (one, other) = split(String(text.dropFirst(opening.count)), at: [" is "], last: true),
        let subject = subject(one), let object = predicate(other)
      else { return nil }
      return .every(subject, isNone ? .not(object) : object)
    }
    for opening in ["nobody is ", "nothing is ", "no one is "] where text.hasPrefix(opening) {
      return predicate(String(text.dropFirst(opening.count))).map { .not(.some($0)) }
    }
    return nil
  }

  private mutating func existence(_ text: String) -> ReadStatement? {
    var text = text
    var isDenied = false
    let openings = [
      "there is no ": "", "there is nobody who is ": "somebody is ", "there is ": "",
      "there exists ": "",
    ]
    for opening in openings.keys.sorted(by: { $0.count > $1.count }) where text.hasPrefix(opening) {
      isDenied = opening.contains(" no")
      text = (openings[opening] ?? "") + text.dropFirst(opening.count)
      break
    }
    for pronoun in ["somebody", "someone", "something"] where text.hasPrefix(pronoun) {
      let rest = text.dropFirst(pronoun.count).trimmingPrefix(" who").trimmingPrefix(" that")
      guard rest.hasPrefix(" is ") else { return nil }
      // "Someone who is A is B" speaks of everyone who is A, unlike "there is someone who is A".
      if let (one, other) = split(String(rest.dropFirst(4)), at: [" is "]) {
        guard let subject = predicate(one), let object = predicate(other) else { return nil }
        return .every(subject, object)
      }
      let some = predicate(String(rest.dropFirst(4))).map { ReadStatement.some($0) }
      return isDenied ? some.map { .not($0) } : some
    }
    for article in ["some ", "a ", "an ", ""] where text.hasPrefix(article) {
      guard article != "" || isDenied else { return nil }
      let marks = [" who is ", " that is ", " is "]
      guard let (one, other) = split(String(text.dropFirst(article.count)), at: marks, last: true),
        let subject = subject(one), let object = predicate(other)
      else { return nil }
      let some = ReadStatement.some(.all([subject, object]))
      return isDenied ? .not(some) : some
    }
    return nil
  }

  private mutating func named(_ text: String) -> ReadStatement? {
    guard let (_, other) = split(text, at: [" is "]) else { return nil }
    return predicate(other).map { .named($0) }
  }

  private func split(
    _ text: String,
    at marks: [String],
    last: Bool = false
  ) -> (String, String)? {
    for mark in marks {
      let ranges = text.ranges(of: mark)
      guard let range = last ? ranges.last : ranges.first else { continue }
      return (String(text[..<range.lowerBound]), String(text[range.upperBound...]))
    }
    return nil
  }

  /// A noun, perhaps with a clause, or two nouns after `no`.
  private mutating func subject(_ text: String) -> ReadPredicate? {
    if let (one, other) = split(text, at: [" who is ", " that is "]) {
      guard let noun = predicate(one), let clause = predicate(other) else { return nil }
      return .all([noun, clause])
    }
    if let (one, other) = split(text, at: [" and no ", " or no "]) {
      guard let noun = predicate(one), let second = predicate(other) else { return nil }
      return .any([noun, second])
    }
    return text.contains(" or ") || text.contains(" and ") ? nil : predicate(text)
  }

  private mutating func predicate(_ phrase: String) -> ReadPredicate? {
    var text = phrase
    for ending in [", too", ", either", ", or both", ","] where text.hasSuffix(ending) {
      text = String(text.dropLast(ending.count))
    }
    for opening in ["however ", "also ", "either ", "at least one of these: "]
    where text.hasPrefix(opening) {
      text = String(text.dropFirst(opening.count))
    }
    for opening in ["neither ", "none of this: "] where text.hasPrefix(opening) {
      let parts = text.dropFirst(opening.count).replacing(" nor ", with: " or ")
      return predicate(String(parts)).map { .not($0) }
    }
    if let (one, other) = split(text, at: [" and, in addition, "]) {
      return joined([one, other]) { .all($0) }
    }
    if let (one, other) = split(text, at: [" or, otherwise, "]) {
      return joined([one, other]) { .any($0) }
    }
    if text.contains(" and "), text.contains(" not both ") {
      guard let (one, other) = split(text, at: [" and not both ", " yet not both "]) else {
        return nil
      }
      return joined([one, "not both " + other]) { .all($0) }
    }
    if text.hasPrefix("not both ") {
      return predicate(String(text.dropFirst(4))).map { .not($0) }
    }
    if text.hasPrefix("both ") { text = String(text.dropFirst(5)) }
    if text.contains(" or ") {
      guard !text.contains(" and ") else { return nil }
      return joined(pieces(text.replacing(", ", with: " or "), " or ")) { .any($0) }
    }
    let plain = text.replacing(" yet not ", with: " and not ").replacing(
      " but not ", with: " and not ")
    if plain.contains(" and ") { return joined(pieces(plain, " and ")) { .all($0) } }
    if plain.hasPrefix("not ") {
      return predicate(String(plain.dropFirst(4))).map { .not($0) }
    }
    return property(plain)
  }

  private func pieces(_ text: String, _ mark: String) -> [String] {
    text.replacing(mark, with: "\n").split(separator: "\n").map(String.init)
  }

  private mutating func joined(
    _ texts: [String],
    _ join: ([ReadPredicate]) -> ReadPredicate
  ) -> ReadPredicate? {
    var parts: [ReadPredicate] = []
    for text in texts {
      guard let part = predicate(text) else { return nil }
      parts.append(part)
    }
    return join(parts)
  }

  private mutating func property(_ text: String) -> ReadPredicate? {
    guard !text.contains(" is "), !text.contains(" neither ") else { return nil }
    let noun = String(text.trimmingPrefix("a ").trimmingPrefix("an "))
    if let index = properties.firstIndex(of: noun) { return .property(index) }
    properties.append(noun)
    return .property(properties.count - 1)
  }
}

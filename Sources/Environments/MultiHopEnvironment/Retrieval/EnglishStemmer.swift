// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Reduces English words to stems, so that `builders` finds `builder`.
///
/// The algorithm is Porter's second, as the Snowball project describes it in "The English (Porter2)
/// stemming algorithm". It is written here because Snowball's library gives other stems from version
/// to version, and the same query has to find the same passages on every machine.
struct EnglishStemmer {
  private var word: [Unicode.Scalar]
  private var firstRegion = 0
  private var secondRegion = 0

  /// The stem of a word.
  ///
  /// - Parameter word: A word in lower case, without apostrophes.
  /// - Returns: What other forms of the word have in common with it.
  /// - Complexity: O(*n*) in the length of the word.
  static func stem(_ word: String) -> String {
    guard word.unicodeScalars.count > 2 else { return word }
    if let stem = wholeWords[word] { return stem }
    var stemmer = EnglishStemmer(word: Array(word.unicodeScalars))
    stemmer.run()
    return String(String.UnicodeScalarView(stemmer.word))
  }

  private init(word: [Unicode.Scalar]) { self.word = word }

  /// Words that are no case of the rules, and words that stay as they are.
  private static let wholeWords = [
    "skis": "ski", "skies": "sky", "dying": "die", "lying": "lie", "tying": "tie", "idly": "idl",
    "gently": "gentl", "ugly": "ugli", "early": "earli", "only": "onli", "singly": "singl",
    "sky": "sky", "news": "news", "howe": "howe", "atlas": "atlas", "cosmos": "cosmos",
    "bias": "bias", "andes": "andes",
  ]
  private static let wholeAfterPlural: Set<String> = [
    "inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed",
  ]
  private static let doubles: Set<String> = [
    "bb", "dd", "ff", "gg", "mm", "nn", "pp", "rr", "tt",
  ]
  private static let vowels = Set("aeiouy".unicodeScalars)
  private static let endingsBeforeLi = Set("cdeghkmnrt".unicodeScalars)

  private mutating func run() {
    markConsonants()
    findRegions()
    removePlural()
    if Self.wholeAfterPlural.contains(text) { return }
    removePast()
    replaceFinalY()
    replace(Self.secondStep) { stemmer, ending, start in
      switch ending {
      case "ogi": start > 0 && stemmer.word[start - 1] == "l"
      case "li": start > 0 && Self.endingsBeforeLi.contains(stemmer.word[start - 1])
      default: true
      }
    }
    replace(Self.thirdStep) { stemmer, ending, start in
      ending != "ative" || start >= stemmer.secondRegion
    }
    removeSuffix()
    removeFinalLetter()
    for index in word.indices where word[index] == "Y" { word[index] = "y" }
  }

  private var text: String { String(String.UnicodeScalarView(word)) }

  private func ends(with ending: String) -> Bool {
    word.count >= ending.unicodeScalars.count
      && word.suffix(ending.unicodeScalars.count).elementsEqual(ending.unicodeScalars)
  }

  private func start(of ending: String) -> Int { word.count - ending.unicodeScalars.count }

  private func isVowel(_ index: Int) -> Bool { Self.vowels.contains(word[index]) }

  /// The first of some endings, given the longest first, that the word has.
  private func ending(of endings: [String]) -> String? { endings.first { ends(with: $0) } }

  /// A `y` at the beginning or after a vowel is a consonant, which upper case marks.
  private mutating func markConsonants() {
    for index in word.indices where word[index] == "y" {
      if index == 0 || Self.vowels.contains(word[index - 1]) { word[index] = "Y" }
    }
  }

  private mutating func findRegions() {
    firstRegion = regionAfterSyllable(from: 0)
    for beginning in ["gener", "commun", "arsen"]
    where word.starts(with: beginning.unicodeScalars) {
      firstRegion = beginning.unicodeScalars.count
    }
    secondRegion = regionAfterSyllable(from: firstRegion)
  }

  /// Where the word goes on after the first consonant that follows a vowel.
  private func regionAfterSyllable(from start: Int) -> Int {
    var index = start + 1
    while index < word.count {
      if !isVowel(index), isVowel(index - 1) { return index + 1 }
      index += 1
    }
    return word.count
  }

  private func hasVowel(before end: Int) -> Bool {
    word[..<end].contains(where: Self.vowels.contains)
  }

  private mutating func removePlural() {
    switch ending(of: ["sses", "ied", "ies", "us", "ss", "s"]) {
    case "sses": word.removeLast(2)
    case "ied", "ies": word.removeLast(word.count > 4 ? 2 : 1)
    case "s" where word.count > 2 && hasVowel(before: word.count - 2): word.removeLast()
    default: break
    }
  }

  private mutating func removePast() {
    switch ending(of: ["eedly", "ingly", "edly", "eed", "ing", "ed"]) {
    case let ending? where ending.hasPrefix("eed"):
      if start(of: ending) >= firstRegion { word.removeLast(ending.count - 2) }
    case let ending?:
      guard hasVowel(before: start(of: ending)) else { return }
      word.removeLast(ending.count)
      if wantsFinalE {
        word.append("e")
      } else if Self.doubles.contains(String(text.suffix(2))) {
        word.removeLast()
      } else if isShort {
        word.append("e")
      }
    case nil: break
    }
  }

  private var wantsFinalE: Bool { ending(of: ["at", "bl", "iz"]) != nil }

  /// Whether the word ends in a short syllable and has no first region.
  private var isShort: Bool { firstRegion >= word.count && endsInShortSyllable(word.count) }

  private func endsInShortSyllable(_ end: Int) -> Bool {
    guard end >= 2, !isVowel(end - 1), isVowel(end - 2) else { return false }
    if end == 2 { return true }
    return !isVowel(end - 3) && !["w", "x", "Y"].contains(word[end - 1])
  }

  private mutating func replaceFinalY() {
    guard word.count > 2, ["y", "Y"].contains(word[word.count - 1]), !isVowel(word.count - 2) else {
      return
    }
    word[word.count - 1] = "i"
  }

  private typealias Replacement = (ending: String, by: String)

  private static let secondStep: [Replacement] = [
    ("ization", "ize"), ("ational", "ate"), ("fulness", "ful"), ("ousness", "ous"),
    ("iveness", "ive"), ("tional", "tion"), ("biliti", "ble"), ("lessli", "less"),
    ("entli", "ent"), ("ation", "ate"), ("alism", "al"), ("aliti", "al"), ("ousli", "ous"),
    ("iviti", "ive"), ("fulli", "ful"), ("enci", "ence"), ("anci", "ance"), ("abli", "able"),
    ("izer", "ize"), ("ator", "ate"), ("alli", "al"), ("bli", "ble"), ("ogi", "og"), ("li", ""),
  ]
  private static let thirdStep: [Replacement] = [
    ("ational", "ate"), ("tional", "tion"), ("alize", "al"), ("icate", "ic"), ("iciti", "ic"),
    ("ative", ""), ("ical", "ic"), ("ness", ""), ("ful", ""),
  ]
  private static let fourthStep = [
    "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous",
    "ive", "ize", "ion", "al", "er", "ic",
  ]

  /// Replaces the longest ending of a list that the word has, if it lies in the first region.
  private mutating func replace(
    _ replacements: [Replacement],
    where isAllowed: (EnglishStemmer, _ ending: String, _ start: Int) -> Bool
  ) {
    guard let (ending, new) = replacements.first(where: { ends(with: $0.ending) }) else { return }
    let start = start(of: ending)
    guard start >= firstRegion, isAllowed(self, ending, start) else { return }
    word.replaceSubrange(start..., with: new.unicodeScalars)
  }

  private mutating func removeSuffix() {
    guard let ending = ending(of: Self.fourthStep) else { return }
    let start = start(of: ending)
    guard start >= secondRegion else { return }
    if ending == "ion", start == 0 || !["s", "t"].contains(word[start - 1]) { return }
    word.removeSubrange(start...)
  }

  private mutating func removeFinalLetter() {
    let last = word.count - 1
    guard last >= 0 else { return }
    switch word[last] {
    case "e" where last >= secondRegion || (last >= firstRegion && !endsInShortSyllable(last)):
      word.removeLast()
    case "l" where last >= secondRegion && last > 0 && word[last - 1] == "l": word.removeLast()
    default: break
    }
  }
}

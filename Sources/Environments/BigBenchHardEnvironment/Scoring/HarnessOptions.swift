// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import QuestionAnswering

/// How lm-evaluation-harness finds which option of a question a response chooses.
struct HarnessOptions {
  /// The options' texts in the form in which they are looked for, in order of their letters.
  private let texts: [String]

  private static let option = ReadingPattern(/\([A-Z]\)([^\n^(]*)/)
  private static let letterAfterColon = ReadingPattern(/:\s*([A-Z])/)

  /// Reads what follows each letter in parentheses, up to the next parenthesis or line.
  init(_ question: String) {
    texts = Self.option.all(in: question).map {
      HarnessForm.plain(HarnessForm.trimmed($0.output.1.unicodeScalars))
    }
  }

  /// The option's name: the last letter in parentheses; else the letter of the last option whose
  /// text is in the response; else a letter after the last colon that has one.
  func answer(in response: String) -> String? {
    if let named = OptionLetters.last(in: response) { return named }
    return byText(in: HarnessForm.plain(response)) ?? afterColon(in: response)
  }

  /// The letter of the last option whose text is in the response.
  ///
  /// Two oddities of the harness are kept: an option without text hides all others, and a text that
  /// begins or ends with a blank once its punctuation is gone is found but stands for no letter.
  private func byText(in response: String) -> String? {
    let response = Array(response.unicodeScalars)
    let options = texts.map { Array($0.unicodeScalars) }
    guard !options.contains([]) else { return nil }
    var found: [Unicode.Scalar] = []
    var place = 0
    while place < response.count {
      // The first option that matches here wins, as in a pattern of alternatives.
      if let match = options.first(where: { response[place...].starts(with: $0) }) {
        found = match
        place += match.count
      } else {
        place += 1
      }
    }
    let text = HarnessForm.trimmed(found)
    guard !text.isEmpty else { return nil }
    // Options of one text all stand for the last of their letters.
    guard let index = texts.prefix(26).lastIndex(of: text) else { return text }
    return OptionLetters.name(at: index)
  }

  private func afterColon(in response: String) -> String? {
    let names = (0..<min(26, texts.count)).map(OptionLetters.name(at:))
    return Self.letterAfterColon.all(in: response).map { "(\($0.output.1))" }
      .last(where: names.contains)
  }
}

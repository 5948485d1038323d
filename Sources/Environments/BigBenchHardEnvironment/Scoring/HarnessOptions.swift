// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import QuestionAnswering

/// How lm-evaluation-harness finds which option of a question a response chooses.
struct HarnessOptions {
  /// The options' texts in the form in which they are looked for, in order of their letters.
  private let texts: [String]

  /// Reads what follows each letter in parentheses, up to the next parenthesis or line.
  init(_ question: String) {
    let pattern = /\([A-Z]\)([^\n^(]*)/.matchingSemantics(.unicodeScalar)
    texts = question.matches(of: pattern).map {
      HarnessForm.plain(HarnessForm.trimmed($0.1.unicodeScalars))
    }
  }

  /// The option's name: the last letter in parentheses; else the letter of the last option whose
  /// text is in the response; else a letter after the last colon that has one.
  func answer(in response: String) -> String? {
    if let named = OptionLetters.last(in: response) { return named }
    return byText(in: HarnessForm.plain(response)) ?? afterColon(in: response)
  }

  private func byText(in response: String) -> String? {
    let response = Array(response.unicodeScalars)
    let options = texts.enumerated().filter { !$0.element.isEmpty && $0.offset < 26 }
      .map { (name: OptionLetters.name(at: $0.offset), text: Array($0.element.unicodeScalars)) }
    var found: String?
    var place = 0
    while place < response.count {
      // The first option that matches here wins, as in a pattern of alternatives.
      let match = options.first { option in
        response[place...].starts(with: option.text)
      }
      if let match {
        // Options of one text all map to the last of their letters.
        found = options.last { $0.text == match.text }?.name
        place += match.text.count
      } else {
        place += 1
      }
    }
    return found
  }

  private func afterColon(in response: String) -> String? {
    let pattern = /:\s*([A-Z])/.matchingSemantics(.unicodeScalar)
    let names = (0..<min(26, texts.count)).map(OptionLetters.name(at:))
    return response.matches(of: pattern).map { "(\($0.1))" }.last(where: names.contains)
  }
}

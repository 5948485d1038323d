// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// The forms of texts that lm-evaluation-harness compares on BBH.
enum HarnessForm {
  /// What `exact_match` compares: without a final full stop, commas, backslashes, line breaks and
  /// quotes, and in lower case.
  static func compared(_ text: String) -> String {
    let stopped = text.hasSuffix(".") ? String(text.dropLast()) : text
    let dropped: Set<Unicode.Scalar> = [",", "\\", "\n", "\""]
    let kept = stopped.unicodeScalars.filter { !dropped.contains($0) }
    return String(String.UnicodeScalarView(kept)).lowercased()
  }

  /// The scalars as text without white space at their ends.
  static func trimmed(_ scalars: some BidirectionalCollection<Unicode.Scalar>) -> String {
    let tail = scalars.drop { $0.properties.isWhitespace }
    let count = tail.reversed().prefix { $0.properties.isWhitespace }.count
    return String(String.UnicodeScalarView(tail.dropLast(count)))
  }

  /// The text in lower case without punctuation, as options and responses are compared.
  static func plain(_ text: String) -> String {
    let kept = text.lowercased().unicodeScalars.filter { scalar in
      switch scalar.properties.generalCategory {
      case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
        .initialPunctuation, .finalPunctuation, .otherPunctuation:
        false
      default: true
      }
    }
    return String(String.UnicodeScalarView(kept))
  }
}

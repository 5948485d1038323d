// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Options as they are named in items and answers: a capital letter in parentheses.
package enum OptionLetters {
  /// All option names in a text, in order, such as `(A)` and `(C)`.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  package static func all(in text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    guard scalars.count >= 3 else { return [] }
    return (0...scalars.count - 3).compactMap { start in
      guard scalars[start] == "(", ("A"..."Z").contains(scalars[start + 1]),
        scalars[start + 2] == ")"
      else { return nil }
      return "(\(scalars[start + 1]))"
    }
  }

  /// The last option name in a text, if there is one.
  package static func last(in text: String) -> String? { all(in: text).last }

  /// The name of the option at a place, counted from 0.
  ///
  /// - Parameter index: 0...25.
  /// - Returns: `(A)` for 0, `(B)` for 1 and so on.
  package static func name(at index: Int) -> String {
    precondition((0...25).contains(index), "there are 26 option letters")
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return "(\(letters[index]))"
  }
}

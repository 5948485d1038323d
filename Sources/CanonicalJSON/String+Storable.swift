// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

extension String {
  /// This text with U+FFFD, the replacement character, in the place of every U+0000.
  ///
  /// A store ends its texts at the first U+0000. What models and their code say is therefore replaced
  /// before it is used, so that what is stored is what was scored and what a replay is told. Values
  /// in JSON text need none of this, because JSON writes the character as an escape.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  package var storable: String {
    guard utf8.contains(0) else { return self }
    return String(String.UnicodeScalarView(unicodeScalars.map { $0 == "\0" ? "\u{FFFD}" : $0 }))
  }
}

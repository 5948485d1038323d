// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// A text of unknown origin in one line, with characters that control a terminal or the direction of
/// writing shown by their number.
///
/// - Complexity: O(*n*) in the length of the text.
package func plainText(_ text: String) -> String {
  var plain = ""
  for scalar in text.unicodeScalars {
    switch scalar.properties.generalCategory {
    case .control where scalar == "\n" || scalar == "\t":
      plain += " "
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
      plain += "<U+\(String(scalar.value, radix: 16, uppercase: true))>"
    default:
      plain.unicodeScalars.append(scalar)
    }
  }
  return plain
}

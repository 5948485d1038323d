// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// A text of unknown origin as HTML text or as the value of an attribute in double quotes.
///
/// - Complexity: O(*n*) in the length of the text.
func htmlEscaped(_ text: String) -> String {
  text.unicodeScalars.reduce(into: "") { escaped, scalar in
    switch scalar {
    case "&": escaped += "&amp;"
    case "<": escaped += "&lt;"
    case ">": escaped += "&gt;"
    case "\"": escaped += "&quot;"
    case "'": escaped += "&#39;"
    default: escaped.unicodeScalars.append(scalar)
    }
  }
}

/// A text of unknown origin as HTML that keeps its lines, with other control characters shown by
/// their number.
///
/// - Complexity: O(*n*) in the length of the text.
func htmlLines(_ text: String) -> String {
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  return htmlEscaped(lines.map { plainText(String($0)) }.joined(separator: "\n"))
}

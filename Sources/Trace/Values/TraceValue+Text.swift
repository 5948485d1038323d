// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

extension TraceValue {
  /// The value as Python's `str` prints it: text as it is, everything else as its literal.
  ///
  /// - Complexity: O(*n*) in the size of the value.
  public var plainText: String {
    if case .text(let text) = self { return text }
    return literal
  }

  /// The value as Python's `repr` prints it: text in quotes.
  ///
  /// - Complexity: O(*n*) in the size of the value.
  public var literal: String {
    var output = ""
    writeLiteral(to: &output)
    return output
  }

  private func writeLiteral(to output: inout String) {
    switch self {
    case .none: output += "None"
    case .bool(let value): output += value ? "True" : "False"
    case .integer(let value): output += String(value)
    case .real(let value): output += Self.literal(of: value)
    case .text(let value): Self.writeQuoted(value, to: &output)
    case .list(let elements): Self.write(elements, between: "[", and: "]", to: &output)
    case .tuple(let elements):
      Self.write(elements, between: "(", and: elements.count == 1 ? ",)" : ")", to: &output)
    case .set(let set):
      if set.elements.isEmpty {
        output += "set()"
      } else {
        Self.write(set.elements, between: "{", and: "}", to: &output)
      }
    case .dictionary(let dictionary):
      output += "{"
      for (index, entry) in dictionary.enumerated() {
        if index > 0 { output += ", " }
        Self.writeQuoted(entry.key, to: &output)
        output += ": "
        entry.value.writeLiteral(to: &output)
      }
      output += "}"
    }
  }

  private static func write(
    _ elements: [TraceValue],
    between open: String,
    and close: String,
    to output: inout String
  ) {
    output += open
    for (index, element) in elements.enumerated() {
      if index > 0 { output += ", " }
      element.writeLiteral(to: &output)
    }
    output += close
  }

  /// Swift prints an exponent from 2⁵³ on, Python from 10¹⁶ on; otherwise both print the shortest
  /// digits that read back as the same number.
  private static func literal(of value: Double) -> String {
    let magnitude = value.magnitude
    if magnitude >= 0x1p53, magnitude < 1e16 { return "\(Int(value)).0" }
    return value.description
  }

  private static func writeQuoted(_ text: String, to output: inout String) {
    let quote: Unicode.Scalar = text.contains("'") && !text.contains("\"") ? "\"" : "'"
    output.unicodeScalars.append(quote)
    for scalar in text.unicodeScalars {
      switch scalar {
      case quote, "\\":
        output += "\\"
        output.unicodeScalars.append(scalar)
      case "\n": output += "\\n"
      case "\r": output += "\\r"
      case "\t": output += "\\t"
      case _ where scalar.value < 0x20 || (0x7f..<0xa0).contains(scalar.value):
        let digits = String(scalar.value, radix: 16)
        output += "\\x" + (digits.count == 1 ? "0" : "") + digits
      default: output.unicodeScalars.append(scalar)
      }
    }
    output.unicodeScalars.append(quote)
  }
}

extension TraceValue: CustomStringConvertible {
  /// The literal.
  public var description: String { literal }
}

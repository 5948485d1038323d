// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

extension JSONValue {
  /// Compact JSON text with the members in their own order.
  ///
  /// - Complexity: O(*n*) in the size of the text.
  public var text: String {
    var output = ""
    write(to: &output, sorted: false)
    return output
  }

  /// Compact JSON text with members sorted by name, the form that digests are made of.
  ///
  /// - Complexity: O(*n* log *n*) in the size of the text.
  public var canonicalText: String {
    var output = ""
    write(to: &output, sorted: true)
    return output
  }

  /// JSON text over several lines, indented by two spaces, with the members in their own order.
  ///
  /// - Complexity: O(*n*) in the size of the text.
  public var indentedText: String {
    var output = ""
    writeIndented(to: &output, depth: 0)
    return output
  }

  private func write(to output: inout String, sorted: Bool) {
    switch self {
    case .array(let elements):
      output += "["
      for (index, element) in elements.enumerated() {
        if index > 0 { output += "," }
        element.write(to: &output, sorted: sorted)
      }
      output += "]"
    case .object(let members):
      output += "{"
      let ordered =
        sorted ? members.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) } : members
      for (index, member) in ordered.enumerated() {
        if index > 0 { output += "," }
        Self.writeQuoted(member.name, to: &output)
        output += ":"
        member.value.write(to: &output, sorted: sorted)
      }
      output += "}"
    default:
      writeScalar(to: &output)
    }
  }

  private func writeIndented(to output: inout String, depth: Int) {
    let inner = String(repeating: "  ", count: depth + 1)
    let outer = String(repeating: "  ", count: depth)
    switch self {
    case .array(let elements) where !elements.isEmpty:
      output += "[\n"
      for (index, element) in elements.enumerated() {
        output += index > 0 ? ",\n" + inner : inner
        element.writeIndented(to: &output, depth: depth + 1)
      }
      output += "\n" + outer + "]"
    case .object(let members) where !members.isEmpty:
      output += "{\n"
      for (index, member) in members.enumerated() {
        output += index > 0 ? ",\n" + inner : inner
        Self.writeQuoted(member.name, to: &output)
        output += ": "
        member.value.writeIndented(to: &output, depth: depth + 1)
      }
      output += "\n" + outer + "}"
    default:
      write(to: &output, sorted: false)
    }
  }

  private func writeScalar(to output: inout String) {
    switch self {
    case .bool(let value): output += value ? "true" : "false"
    case .integer(let value): output += String(value)
    case .real(let value): output += value.isFinite ? String(value) : "null"
    case .string(let value): Self.writeQuoted(value, to: &output)
    case .null, .array, .object: output += "null"
    }
  }

  private static func writeQuoted(_ string: String, to output: inout String) {
    output += "\""
    if string.utf8.contains(where: isEscaped) {
      for scalar in string.unicodeScalars { writeEscaped(scalar, to: &output) }
    } else {
      output += string
    }
    output += "\""
  }

  /// Whether a byte cannot stand between quotes as it is; bytes of longer characters all can.
  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private static func writeEscaped(_ scalar: Unicode.Scalar, to output: inout String) {
    switch scalar {
    case "\"": output += "\\\""
    case "\\": output += "\\\\"
    case "\n": output += "\\n"
    case "\r": output += "\\r"
    case "\t": output += "\\t"
    case _ where scalar.value < 0x20:
      let digits = String(scalar.value, radix: 16)
      output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: output.unicodeScalars.append(scalar)
    }
  }
}

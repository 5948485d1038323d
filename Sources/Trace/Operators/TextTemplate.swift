// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// A template with fields in braces, as `str.format` of Python reads it.
struct TextTemplate {
  private let text: String

  init(_ value: TraceValue) throws(OperatorException) {
    text = try TextMethods.text(value, "format")
  }

  /// The text with its fields filled in.
  func filled(
    with arguments: [TraceValue], _ fields: TraceDictionary
  ) throws(OperatorException) -> String {
    var result = ""
    var rest = text[...]
    var automatic = 0
    while let brace = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
      result += rest[..<brace]
      let next = rest.index(after: brace)
      if next < rest.endIndex, rest[next] == rest[brace] {
        result.append(rest[brace])
        rest = rest[rest.index(after: next)...]
        continue
      }
      guard rest[brace] == "{" else { throw .value("Single '}' encountered in format string") }
      guard let end = rest[next...].firstIndex(of: "}") else {
        throw .value("expected '}' before end of string")
      }
      let field = Field(rest[next..<end])
      let value = try field.value(among: arguments, fields, &automatic)
      result += try TextFormat(field.format).written(field.isLiteral ? .text(value.literal) : value)
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }

  private struct Field {
    let name: String
    let keys: [String]
    let isLiteral: Bool
    let format: Substring

    init(_ text: Substring) {
      let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      format = parts.count > 1 ? parts[1] : ""
      var head = parts.first ?? ""
      isLiteral = head.hasSuffix("!r")
      if isLiteral || head.hasSuffix("!s") { head = head.dropLast(2) }
      let pieces = head.split(separator: "[", omittingEmptySubsequences: false)
      name = String(pieces.first ?? "")
      keys = pieces.dropFirst().map { String($0.hasSuffix("]") ? $0.dropLast() : $0) }
    }

    func value(
      among arguments: [TraceValue], _ fields: TraceDictionary, _ automatic: inout Int
    ) throws(OperatorException) -> TraceValue {
      var value: TraceValue
      if name.isEmpty || Int(name) != nil {
        let place = Int(name) ?? automatic
        if name.isEmpty { automatic += 1 }
        guard arguments.indices.contains(place) else {
          throw .index("Replacement index \(place) out of range for positional args tuple")
        }
        value = arguments[place]
      } else {
        guard let named = fields[name] else { throw .key(.text(name)) }
        value = named
      }
      for key in keys {
        value = try ContainerMethods.item(value, Int(key).map { .integer($0) } ?? .text(key))
      }
      return value
    }
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

extension TraceValue {
  /// The value as compact JSON text, from which ``init(json:)`` gives the same value back.
  ///
  /// Lists are arrays and dictionaries are objects with their names in order. What JSON does not
  /// have is an object with one member: `{"$tuple": [...]}`, `{"$set": [...]}`, `{"$real": "nan"}`,
  /// and `{"$dict": {...}}` for a dictionary that looks like one of these.
  ///
  /// - Complexity: O(*n*) in the size of the value.
  public var json: String {
    var output = ""
    writeJSON(to: &output)
    return output
  }

  /// Reads a value from JSON text.
  ///
  /// - Throws: ``JSONError`` when the text is not JSON.
  /// - Complexity: O(*n*) in the length of the text.
  public init(json text: String) throws(JSONError) {
    self = try JSONReader.read(text).untagged
  }

  static let tags: Set<String> = ["$tuple", "$set", "$real", "$dict"]

  private func writeJSON(to output: inout String) {
    switch self {
    case .none: output += "null"
    case .bool(let value): output += value ? "true" : "false"
    case .integer(let value): output += String(value)
    case .real(let value) where value.isFinite: output += value.description
    case .real(let value): output += "{\"$real\":\"\(value)\"}"
    case .text(let value): Self.writeJSONString(value, to: &output)
    case .list(let elements): Self.writeJSONArray(elements, to: &output)
    case .tuple(let elements):
      output += "{\"$tuple\":"
      Self.writeJSONArray(elements, to: &output)
      output += "}"
    case .set(let set):
      output += "{\"$set\":"
      Self.writeJSONArray(set.elements, to: &output)
      output += "}"
    case .dictionary(let dictionary): Self.writeJSONObject(dictionary, to: &output)
    }
  }

  private static func writeJSONArray(_ elements: [TraceValue], to output: inout String) {
    output += "["
    for (index, element) in elements.enumerated() {
      if index > 0 { output += "," }
      element.writeJSON(to: &output)
    }
    output += "]"
  }

  private static func writeJSONObject(_ dictionary: TraceDictionary, to output: inout String) {
    let isLikeTag = dictionary.count == 1 && tags.contains(dictionary.keys[0])
    output += isLikeTag ? "{\"$dict\":{" : "{"
    for (index, entry) in dictionary.enumerated() {
      if index > 0 { output += "," }
      writeJSONString(entry.key, to: &output)
      output += ":"
      entry.value.writeJSON(to: &output)
    }
    output += isLikeTag ? "}}" : "}"
  }

  private static func writeJSONString(_ text: String, to output: inout String) {
    output += "\""
    for scalar in text.unicodeScalars {
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
    output += "\""
  }

  /// The value with objects that stand for something else put right.
  private var untagged: TraceValue {
    switch self {
    case .list(let elements): return .list(elements.map(\.untagged))
    case .dictionary(let dictionary):
      if dictionary.count == 1, let tag = dictionary.keys.first, let content = dictionary[tag] {
        switch (tag, content) {
        case ("$tuple", .list(let elements)): return .tuple(elements.map(\.untagged))
        case ("$set", .list(let elements)): return .set(TraceSet(elements.map(\.untagged)))
        case ("$real", .text(let text)): return Double(text).map { .real($0) } ?? self
        case ("$dict", .dictionary(let inner)): return inner.mappingValues(\.untagged)
        default: break
        }
      }
      return dictionary.mappingValues(\.untagged)
    default: return self
    }
  }
}

extension TraceDictionary {
  fileprivate func mappingValues(_ transform: (TraceValue) -> TraceValue) -> TraceValue {
    .dictionary(TraceDictionary(map { ($0.key, transform($0.value)) }))
  }
}

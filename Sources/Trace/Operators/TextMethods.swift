// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Methods of text as Python defines them, on Unicode scalars.
enum TextMethods {
  static func text(_ value: TraceValue, _ method: String) throws(OperatorException) -> String {
    guard case .text(let text) = value else {
      throw OperatorException(
        type: "AttributeError", message: "'\(value.typeName)' object has no attribute '\(method)'")
    }
    return text
  }

  static let lowered: @Sendable (String) -> String = { $0.lowercased() }
  static let uppered: @Sendable (String) -> String = { $0.uppercased() }

  static let capitalized: @Sendable (String) -> String = { text in
    guard let first = text.unicodeScalars.first else { return text }
    return first.properties.titlecaseMapping + String(text.unicodeScalars.dropFirst()).lowercased()
  }

  static let titled: @Sendable (String) -> String = { text in
    var result = ""
    var isInWord = false
    for scalar in text.unicodeScalars {
      let isCased = scalar.properties.isCased
      switch (isCased, isInWord) {
      case (true, true): result += scalar.properties.lowercaseMapping
      case (true, false): result += scalar.properties.titlecaseMapping
      default: result.unicodeScalars.append(scalar)
      }
      isInWord = isCased
    }
    return result
  }

  static let caseSwapped: @Sendable (String) -> String = { text in
    var result = ""
    for scalar in text.unicodeScalars {
      result +=
        scalar.properties.isUppercase
        ? scalar.properties.lowercaseMapping : scalar.properties.uppercaseMapping
    }
    return result
  }

  static func split(
    _ x: TraceValue, _ separator: TraceValue, _ maximum: TraceValue
  ) throws(OperatorException) -> TraceValue {
    let text = try text(x, "split")
    guard case .integer(let limit) = maximum else {
      throw .type("'\(maximum.typeName)' object cannot be interpreted as an integer")
    }
    let count = limit < 0 ? Int.max : limit
    switch separator {
    case .none: return .list(words(of: text, count).map { .text($0) })
    case .text(let separator):
      guard !separator.isEmpty else { throw .value("empty separator") }
      return .list(pieces(of: text, between: separator, count).map { .text(String($0)) })
    default: throw .type("must be str or None, not \(separator.typeName)")
    }
  }

  static func stripped(_ x: TraceValue, _ chars: TraceValue) throws(OperatorException) -> TraceValue
  {
    let scalars = try text(x, "strip").unicodeScalars
    let isDropped: (Unicode.Scalar) -> Bool
    switch chars {
    case .none: isDropped = { $0.properties.isWhitespace }
    case .text(let chars): isDropped = { chars.unicodeScalars.contains($0) }
    default: throw .type("strip arg must be None or str")
    }
    var rest = scalars.drop(while: isDropped)
    while let last = rest.last, isDropped(last) { rest.removeLast() }
    return .text(String(rest))
  }

  static func replaced(_ values: [TraceValue]) throws(OperatorException) -> TraceValue {
    let text = try text(values[0], "replace")
    guard case .text(let old) = values[1], case .text(let new) = values[2] else {
      let wrong = values[1].textValue == nil ? values[1] : values[2]
      throw .type("replace() argument must be str, not \(wrong.typeName)")
    }
    guard case .integer(let limit) = values[3] else {
      throw .type("'\(values[3].typeName)' object cannot be interpreted as an integer")
    }
    let count = limit < 0 ? Int.max : limit
    if old.isEmpty { return .text(interspersed(text, new, count)) }
    return .text(pieces(of: text, between: old, count).map(String.init).joined(separator: new))
  }

  static func joined(_ values: [TraceValue]) throws(OperatorException) -> TraceValue {
    let separator = try text(values[0], "join")
    var texts: [String] = []
    for (index, value) in values.dropFirst().enumerated() {
      guard case .text(let text) = value else {
        throw .type("sequence item \(index): expected str instance, \(value.typeName) found")
      }
      texts.append(text)
    }
    return .text(texts.joined(separator: separator))
  }

  static func unicodeNumber(_ x: TraceValue) throws(OperatorException) -> TraceValue {
    guard case .text(let text) = x, let scalar = text.unicodeScalars.first,
      text.unicodeScalars.count == 1
    else { throw .type("ord() expected a character, but \(x.literal) found") }
    return .integer(Int(scalar.value))
  }

  static func character(_ x: TraceValue) throws(OperatorException) -> TraceValue {
    guard case .integer(let number)? = Arithmetic.Number(x) else {
      throw .type("'\(x.typeName)' object cannot be interpreted as an integer")
    }
    guard let value = UInt32(exactly: number), let scalar = Unicode.Scalar(value) else {
      throw .value("chr() arg not in range(0x110000)")
    }
    return .text(String(Character(scalar)))
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Reading lists, tuples, sets, dictionaries and texts as Python defines it.
enum ContainerMethods {
  static func item(_ x: TraceValue, _ index: TraceValue) throws(OperatorException) -> TraceValue {
    switch x {
    case .list(let elements): return elements[try place(index, elements.count, "list")]
    case .tuple(let elements): return elements[try place(index, elements.count, "tuple")]
    case .text(let text):
      let scalars = text.unicodeScalars
      let offset = try place(index, scalars.count, "string")
      return .text(String(Character(scalars[scalars.index(scalars.startIndex, offsetBy: offset)])))
    case .dictionary(let dictionary):
      guard case .text(let key) = index, let value = dictionary[key] else { throw .key(index) }
      return value
    default: throw .type("'\(x.typeName)' object is not subscriptable")
    }
  }

  static func value(_ values: [TraceValue]) throws(OperatorException) -> TraceValue {
    let dictionary = try dictionary(values[0], "get")
    guard case .text(let key) = values[1] else { return values[2] }
    return dictionary[key] ?? values[2]
  }

  static func attribute(
    _ object: TraceValue, _ name: TraceValue
  ) throws(OperatorException) -> TraceValue {
    guard case .text(let name) = name else {
      throw .type("attribute name must be string, not '\(name.typeName)'")
    }
    guard case .dictionary(let fields) = object, let value = fields[name] else {
      throw OperatorException(
        type: "AttributeError", message: "'\(object.typeName)' object has no attribute '\(name)'")
    }
    return value
  }

  static func count(_ x: TraceValue) throws(OperatorException) -> TraceValue {
    switch x {
    case .text(let text): .integer(text.unicodeScalars.count)
    case .list(let elements), .tuple(let elements): .integer(elements.count)
    case .set(let set): .integer(set.elements.count)
    case .dictionary(let dictionary): .integer(dictionary.count)
    default: throw .type("object of type '\(x.typeName)' has no len()")
    }
  }

  static func members(_ x: TraceValue) throws(OperatorException) -> [TraceValue] {
    switch x {
    case .text(let text): text.unicodeScalars.map { .text(String(Character($0))) }
    case .list(let elements), .tuple(let elements): elements
    case .set(let set): set.elements
    case .dictionary(let dictionary): dictionary.keys.map { .text($0) }
    default: throw .type("'\(x.typeName)' object is not iterable")
    }
  }

  static func toDictionary(_ x: TraceValue) throws(OperatorException) -> TraceValue {
    if case .dictionary = x { return x }
    var dictionary = TraceDictionary()
    for (index, pair) in try members(x).enumerated() {
      guard let elements = pair.elements, elements.count == 2, case .text(let key) = elements[0]
      else { throw .type("element #\(index) is no pair of a name and a value") }
      dictionary[key] = elements[1]
    }
    return .dictionary(dictionary)
  }

  static func dictionary(
    _ x: TraceValue, _ method: String
  ) throws(OperatorException) -> TraceDictionary {
    guard case .dictionary(let dictionary) = x else {
      throw OperatorException(
        type: "AttributeError", message: "'\(x.typeName)' object has no attribute '\(method)'")
    }
    return dictionary
  }

  /// The place that an index means; a negative one counts from the end.
  static func place(
    _ index: TraceValue, _ count: Int, _ container: String
  ) throws(OperatorException) -> Int {
    guard case .integer(let index)? = Arithmetic.Number(index) else {
      throw .type("\(container) indices must be integers, not \(index.typeName)")
    }
    let place = index < 0 ? index + count : index
    guard (0..<count).contains(place) else { throw .index("\(container) index out of range") }
    return place
  }
}

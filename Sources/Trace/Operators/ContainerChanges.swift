// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Changed copies of lists, sets and dictionaries.
enum ContainerChanges {
  static func list(_ x: TraceValue, _ method: String) throws(OperatorException) -> [TraceValue] {
    guard case .list(let elements) = x else { throw missing(method, in: x) }
    return elements
  }

  static func set(_ x: TraceValue, _ method: String) throws(OperatorException) -> TraceSet {
    guard case .set(let set) = x else { throw missing(method, in: x) }
    return set
  }

  private static func missing(_ method: String, in x: TraceValue) -> OperatorException {
    OperatorException(
      type: "AttributeError", message: "'\(x.typeName)' object has no attribute '\(method)'")
  }

  static func appended(_ x: TraceValue, _ y: TraceValue) throws(OperatorException) -> TraceValue {
    .list(try list(x, "append") + [y])
  }

  static func extended(_ x: TraceValue, _ y: TraceValue) throws(OperatorException) -> TraceValue {
    .list(try list(x, "extend") + ContainerMethods.members(y))
  }

  static func inserted(_ values: [TraceValue]) throws(OperatorException) -> TraceValue {
    var elements = try list(values[0], "insert")
    guard case .integer(let index)? = Arithmetic.Number(values[1]) else {
      throw .type("'\(values[1].typeName)' object cannot be interpreted as an integer")
    }
    let place = index < 0 ? index + elements.count : index
    elements.insert(values[2], at: min(max(place, 0), elements.count))
    return .list(elements)
  }

  static func popped(_ x: TraceValue, _ index: TraceValue) throws(OperatorException) -> TraceValue {
    var elements = try list(x, "pop")
    elements.remove(at: try ContainerMethods.place(index, elements.count, "pop"))
    return .list(elements)
  }

  static func removed(_ x: TraceValue, _ y: TraceValue) throws(OperatorException) -> TraceValue {
    var elements = try list(x, "remove")
    guard let place = elements.firstIndex(where: { Comparison.areEqual($0, y) }) else {
      throw .value("list.remove(x): x not in list")
    }
    elements.remove(at: place)
    return .list(elements)
  }

  /// Sorts by merging, so that equal values keep their order as in Python.
  static func sorted(
    _ x: TraceValue, _ reverse: TraceValue
  ) throws(OperatorException) -> TraceValue {
    let isDescending = Comparison.isTrue(reverse)
    var runs = try list(x, "sort").map { [$0] }
    while runs.count > 1 {
      var merged: [[TraceValue]] = []
      for start in stride(from: 0, to: runs.count, by: 2) {
        guard start + 1 < runs.count else {
          merged.append(runs[start])
          continue
        }
        merged.append(try merge(runs[start], runs[start + 1], isDescending))
      }
      runs = merged
    }
    return .list(runs.first ?? [])
  }

  private static func merge(
    _ first: [TraceValue], _ second: [TraceValue], _ isDescending: Bool
  ) throws(OperatorException) -> [TraceValue] {
    var merged: [TraceValue] = []
    var rest = second[...]
    for element in first {
      while let next = rest.first {
        let (lower, upper) = isDescending ? (element, next) : (next, element)
        guard try Comparison.precedes(lower, upper, orEqual: false, "<") else { break }
        merged.append(next)
        rest.removeFirst()
      }
      merged.append(element)
    }
    return merged + rest
  }

  static func updated(_ x: TraceValue, _ y: TraceValue) throws(OperatorException) -> TraceValue {
    let base = try ContainerMethods.dictionary(x, "update")
    return .dictionary(base.updated(with: try ContainerMethods.dictionary(y, "keys")))
  }

  static func withoutKey(
    _ x: TraceValue, _ key: TraceValue
  ) throws(OperatorException) -> TraceValue {
    var dictionary = try ContainerMethods.dictionary(x, "pop")
    guard case .text(let name) = key, dictionary[name] != nil else { throw .key(key) }
    dictionary[name] = nil
    return .dictionary(dictionary)
  }

  static func withoutLastEntry(_ x: TraceValue) throws(OperatorException) -> TraceValue {
    var dictionary = try ContainerMethods.dictionary(x, "popitem")
    guard let last = dictionary.keys.last else {
      throw OperatorException(type: "KeyError", message: "'popitem(): dictionary is empty'")
    }
    dictionary[last] = nil
    return .dictionary(dictionary)
  }

  static func discarded(_ x: TraceValue, _ y: TraceValue) throws(OperatorException) -> TraceValue {
    var set = try set(x, "discard")
    set.remove(y)
    return .set(set)
  }

  static func removedMember(
    _ x: TraceValue, _ y: TraceValue
  ) throws(OperatorException) -> TraceValue {
    var set = try set(x, "remove")
    guard set.remove(y) else { throw .key(y) }
    return .set(set)
  }
}

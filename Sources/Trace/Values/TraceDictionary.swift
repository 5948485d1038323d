// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Values by name, which keep the order in which their names were first written.
///
/// As in Python the order does not count for equality.
public struct TraceDictionary: Sendable {
  /// The names in order.
  public private(set) var keys: [String]
  private var valuesByKey: [String: TraceValue]

  /// Creates a dictionary; of entries with the same name the last one counts.
  ///
  /// - Complexity: O(*n*) in the number of entries.
  public init(_ entries: some Sequence<(String, TraceValue)> = []) {
    keys = []
    valuesByKey = [:]
    for (key, value) in entries { self[key] = value }
  }

  /// The value called `key`; nil when there is none, and setting nil removes it.
  ///
  /// - Complexity: O(1), but O(*n*) for removing a value.
  public subscript(key: String) -> TraceValue? {
    get { valuesByKey[key] }
    set {
      let old = valuesByKey[key]
      valuesByKey[key] = newValue
      switch (old, newValue) {
      case (nil, .some): keys.append(key)
      case (.some, nil): keys.removeAll { $0 == key }
      default: break
      }
    }
  }

  /// The values in the order of ``keys``.
  ///
  /// - Complexity: O(*n*).
  public var values: [TraceValue] { keys.compactMap { valuesByKey[$0] } }

  /// The number of entries.
  public var count: Int { keys.count }
}

extension TraceDictionary: Hashable {
  /// Whether both have the same names with the same values, in whatever order.
  public static func == (first: TraceDictionary, second: TraceDictionary) -> Bool {
    first.valuesByKey == second.valuesByKey
  }

  /// Hashes the entries without their order.
  public func hash(into hasher: inout Hasher) { hasher.combine(valuesByKey) }
}

extension TraceDictionary: Sequence {
  /// An iterator over the entries in order.
  public func makeIterator() -> IndexingIterator<[(key: String, value: TraceValue)]> {
    keys.compactMap { key in valuesByKey[key].map { (key: key, value: $0) } }.makeIterator()
  }
}

extension TraceDictionary {
  /// The dictionary with the entries of another one added or put in place of its own.
  ///
  /// - Complexity: O(*n*) in the number of entries of the other one.
  public func updated(with other: TraceDictionary) -> TraceDictionary {
    var result = self
    for (key, value) in other { result[key] = value }
    return result
  }
}

extension TraceDictionary: ExpressibleByDictionaryLiteral {
  /// Creates a dictionary with its entries in the order of the literal.
  public init(dictionaryLiteral elements: (String, TraceValue)...) {
    self.init(elements.map { ($0.0, $0.1) })
  }
}

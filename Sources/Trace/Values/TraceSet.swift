// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Distinct values, which keep the order in which they were first written so that every run
/// prints the same text.
///
/// The order does not count for equality.
public struct TraceSet: Sendable {
  /// The values in order.
  public private(set) var elements: [TraceValue]
  private var members: Set<TraceValue>

  /// Creates a set of the values of a sequence, each once.
  ///
  /// - Complexity: O(*n*) in the length of the sequence.
  public init(_ values: some Sequence<TraceValue> = []) {
    elements = []
    members = []
    for value in values { insert(value) }
  }

  /// Whether a value is in the set.
  public func contains(_ value: TraceValue) -> Bool { members.contains(value) }

  /// Adds a value unless it is there.
  public mutating func insert(_ value: TraceValue) {
    if members.insert(value).inserted { elements.append(value) }
  }

  /// Takes a value out and says whether it was there.
  ///
  /// - Complexity: O(*n*) in the number of values.
  @discardableResult
  public mutating func remove(_ value: TraceValue) -> Bool {
    guard members.remove(value) != nil else { return false }
    elements.removeAll { $0 == value }
    return true
  }
}

extension TraceSet: Hashable {
  /// Whether both hold the same values, in whatever order.
  public static func == (first: TraceSet, second: TraceSet) -> Bool {
    first.members == second.members
  }

  /// Hashes the values without their order.
  public func hash(into hasher: inout Hasher) { hasher.combine(members) }
}

extension TraceSet {
  /// The values that are in exactly one of both sets.
  ///
  /// - Complexity: O(*n*) in the number of values.
  public func symmetricDifference(_ other: TraceSet) -> TraceSet {
    TraceSet(elements.filter { !other.contains($0) } + other.elements.filter { !contains($0) })
  }
}

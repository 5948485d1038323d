// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

extension TraceNode {
  /// The members of the value as nodes, each taken out by a recorded operation.
  ///
  /// A dictionary gives its names. A set is made a list first.
  ///
  /// ```swift
  /// for word in try text.split().elements() { ... }
  /// ```
  ///
  /// - Returns: One node for each member, in order.
  /// - Throws: ``ExecutionError`` with an exception node when the value has no members.
  /// - Complexity: O(*n*) in the number of members.
  public func elements() throws -> [TraceNode] {
    let (type, count) = tape.withStorage { storage in
      let value = storage.values[Int(index)]
      return (value.typeNumber, (try? ContainerMethods.members(value))?.count)
    }
    guard let count else {
      // Fails and so records why there is nothing to iterate.
      return [try apply(.toList)]
    }
    let container =
      switch type {
      case TraceValue.set(TraceSet()).typeNumber: try apply(.toList)
      case TraceValue.dictionary(TraceDictionary()).typeNumber: try apply(.keys)
      default: self
      }
    return try (0..<count).map { try container[$0] }
  }

  /// The entries of a dictionary as pairs of nodes, each taken out by a recorded operation.
  ///
  /// - Returns: One pair for each entry, in order.
  /// - Throws: ``ExecutionError`` with an exception node when the value is no dictionary.
  /// - Complexity: O(*n*) in the number of entries.
  public func items() throws -> [(key: TraceNode, value: TraceNode)] {
    let names = try keys()
    let count = tape.withStorage { $0.values[Int(names.index)].elements?.count ?? 0 }
    return try (0..<count).map { place in
      let key = try names[place]
      return (key, try self[key])
    }
  }
}

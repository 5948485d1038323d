// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// A value that a tape has recorded: a constant, a parameter or the output of an operation.
///
/// A node is a place on its tape. Two nodes are equal when they are the same place; values are
/// compared through ``value``.
public struct TraceNode: Sendable, Hashable {
  /// The tape that recorded the node.
  public let tape: Tape
  /// The place on the tape, in the order in which nodes were recorded.
  let index: UInt32

  /// Whether both are the same place of the same tape.
  public static func == (first: TraceNode, second: TraceNode) -> Bool {
    first.index == second.index && first.tape === second.tape
  }

  /// Hashes the place.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(index)
    hasher.combine(ObjectIdentifier(tape))
  }
}

extension TraceNode {
  /// The recorded value.
  ///
  /// Reading it in the body of an operation makes the node a dependency of that operation.
  public var value: TraceValue {
    RecordingContext.current?.uses?.noteUse(of: self)
    return tape.withStorage { $0.values[Int(index)] }
  }

  /// The name, unique on the tape: a base and an ordinal, such as `x:0`.
  public var name: String { tape.withStorage { $0.name(of: index) } }

  /// The name without its colon, such as `x0`, by which prompts and suggestions call the node.
  public var pythonName: String { tape.withStorage { $0.pythonName(of: index) } }

  /// The name without its ordinal.
  var baseName: String {
    tape.withStorage { $0.names.names[Int($0.rows[Int(index)].base)] }
  }

  /// How many operations lie at most between the node and a root; 0 for a root.
  public var level: Int { tape.withStorage { Int($0.rows[Int(index)].level) } }

  /// The place in the order of recording, from 0.
  public var creationNumber: Int { Int(index) }

  /// Whether the node is a parameter, trainable or frozen.
  public var isParameter: Bool { has(.parameter) }

  /// Whether optimizers may change the value.
  public var isTrainable: Bool { has(.trainable) }

  /// Whether the value is source text.
  public var isCode: Bool { has(.code) }

  /// Whether the node has no inputs of an operation: a constant or a parameter.
  public var isRoot: Bool { !has(.message) }

  /// Whether the node stands for an operation that failed.
  public var isException: Bool { has(.exception) }

  /// What the parameter is for; nil for other nodes and when nothing was said.
  public var summary: String? {
    tape.withStorage { storage in
      guard let details = storage.parameterDetails(of: index) else { return nil }
      return details.summary.isEmpty ? nil : details.summary
    }
  }

  /// A condition in words that every value of the parameter has to meet.
  public var constraint: String? {
    tape.withStorage { $0.parameterDetails(of: index)?.constraint }
  }

  private func has(_ trait: NodeTraits) -> Bool {
    tape.withStorage { $0.rows[Int(index)].traits.contains(trait) }
  }
}

extension TraceNode: CustomStringConvertible {
  /// The name, type and value, such as `(int) x0=1`.
  public var description: String {
    tape.withStorage { storage in
      let value = storage.values[Int(index)]
      return "(\(value.typeName)) \(storage.pythonName(of: index))=\(value.plainText)"
    }
  }
}

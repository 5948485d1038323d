// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Where a node stands in the graph.
extension TraceNode {
  /// One input of an operation: the name of the operation's parameter and what was given for it.
  public struct Input: Sendable, Hashable {
    /// The name of the parameter.
    public let key: String
    /// What was given.
    public let node: TraceNode
  }

  /// The operation whose output the node is, or nil for a root.
  public var operation: OperatorDescription? { tape.withStorage { $0.operation(of: index) } }

  /// The inputs of the operation, in order; none for a root.
  ///
  /// - Complexity: O(*n*) in the number of inputs.
  public var inputs: [Input] {
    let inputs = tape.withStorage { storage in
      storage.inputRange(of: index).map { place in
        (storage.inputNames.symbols[Int(storage.inputKeys[place])], storage.inputs[place])
      }
    }
    return inputs.map { Input(key: $0.0, node: TraceNode(tape: tape, index: $0.1)) }
  }

  /// The distinct inputs, in order.
  ///
  /// - Complexity: O(*n*) in the number of inputs.
  public var parents: [TraceNode] {
    var seen: Set<UInt32> = []
    return nodes { storage in
      storage.inputs[storage.inputRange(of: index)].filter { seen.insert($0).inserted }
    }
  }

  /// The operations that this node is an input of, in order of recording.
  ///
  /// - Complexity: O(*n* + *e*) in the nodes and edges recorded after this one.
  public var children: [TraceNode] { nodes { $0.children(of: index) } }

  /// The parameters among the node and its ancestors, trainable or frozen, in order of recording.
  ///
  /// - Complexity: O(*n* + *e*) in the nodes and edges recorded before this one.
  public var parameterDependencies: [TraceNode] {
    nodes { $0.ancestors(of: index, with: .parameter) }
  }

  /// The nodes among this one and its ancestors whose inner computation used parameters that are
  /// not inputs, in order of recording.
  ///
  /// - Complexity: O(*n* + *e*) in the nodes and edges recorded before this one.
  public var expandableDependencies: [TraceNode] {
    nodes { $0.ancestors(of: index, with: .expandable) }
  }

  /// The parameters that only the computation inside the operation depends on.
  public var hiddenDependencies: [TraceNode] {
    nodes { $0.details[index]?.hiddenDependencies ?? [] }
  }

  /// The nodes whose values the operation read although they were not among its inputs.
  public var externalDependencies: [TraceNode] {
    nodes { $0.details[index]?.externalDependencies ?? [] }
  }

  /// The output of the computation inside the operation, when that was recorded too.
  public var innerOutput: TraceNode? {
    tape.withStorage { $0.details[index]?.innerOutput }.map { TraceNode(tape: tape, index: $0) }
  }

  /// What went wrong, for the node of an operation that failed.
  public var exception: OperatorException? { tape.withStorage { $0.details[index]?.exception } }

  func nodes(_ indices: (inout TapeStorage) -> [UInt32]) -> [TraceNode] {
    tape.withStorage { indices(&$0) }.map { TraceNode(tape: tape, index: $0) }
  }
}

extension TapeStorage {
  func children(of node: UInt32) -> [UInt32] {
    (node..<UInt32(rows.count)).filter { inputs[inputRange(of: $0)].contains(node) }
  }

  /// The nodes of a kind among a node and its ancestors.
  func ancestors(of node: UInt32, with trait: NodeTraits) -> [UInt32] {
    let isAncestor = ancestors(of: node)
    return isAncestor.indices.filter { isAncestor[$0] && rows[$0].traits.contains(trait) }
      .map { UInt32($0) }
  }

  /// For each node up to the given one whether it is this node or an ancestor.
  func ancestors(of node: UInt32) -> [Bool] {
    var isAncestor = [Bool](repeating: false, count: Int(node) + 1)
    isAncestor[Int(node)] = true
    for descendant in (0...node).reversed() where isAncestor[Int(descendant)] {
      for parent in inputs[inputRange(of: descendant)] { isAncestor[Int(parent)] = true }
    }
    return isAncestor
  }
}

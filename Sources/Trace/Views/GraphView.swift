// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// A recorded graph made ready to be looked at: as text, JSON or a drawing.
///
/// Nodes are sorted by level and then by recording, so that the same graph gives the same bytes.
public struct GraphView: Sendable, Hashable {
  /// How much of a graph is shown.
  public struct Limits: Sendable, Hashable {
    /// The most nodes; of a larger graph those nearest to its end are shown.
    public var nodes: Int
    /// The most characters of each value and each feedback.
    public var characters: Int

    /// Creates limits.
    public init(nodes: Int = 500, characters: Int = 80) {
      self.nodes = nodes
      self.characters = characters
    }

    /// Everything is shown.
    public static let none = Limits(nodes: .max, characters: .max)
  }

  /// What a node of the graph is.
  public enum Kind: String, Sendable, Hashable {
    /// A value that went in and is no parameter.
    case constant
    /// A parameter that optimizers may change.
    case parameter
    /// A parameter that optimizers may not change.
    case frozen
    /// The output of an operation.
    case operation
    /// An operation that failed.
    case exception
  }

  /// One node of the graph.
  public struct Vertex: Sendable, Hashable {
    /// The name without its colon.
    public let name: String
    /// What it is.
    public let kind: Kind
    /// The type of the value as Python calls it.
    public let typeName: String
    /// The value as Python prints it, cut to the limit.
    public let text: String
    /// The name of the operation, for its output.
    public let operation: String?
    /// How many operations lie at most between the node and a root.
    public let level: Int
  }

  /// One input of an operation.
  public struct Edge: Sendable, Hashable {
    /// The name of the node that was given.
    public let from: String
    /// The name of the operation's output.
    public let to: String
    /// The name of the operation's parameter.
    public let key: String
    /// The feedback that went this way, from the output to the input, cut to the limit.
    public let feedback: [String]
  }

  /// The nodes.
  public let vertices: [Vertex]
  /// The inputs of the shown operations that are shown themselves, in the order of the operations.
  public let edges: [Edge]
  /// The number of nodes that the limit left out.
  public let omitted: Int
}

extension Tape {
  /// The whole recorded graph, ready to be looked at.
  ///
  /// - Complexity: O(*n* + *e*) in the nodes and edges recorded, for each call of backward.
  public func view(limits: GraphView.Limits = GraphView.Limits()) -> GraphView {
    withStorage { storage in
      let all = [Bool](repeating: true, count: storage.rows.count)
      return GraphViewBuilder(storage: storage, limits: limits).view(of: storage.sortedByLevel(all))
    }
  }

  /// A part of the recorded graph, ready to be looked at.
  ///
  /// - Complexity: O(*n* + *e*) in the nodes and edges recorded, for each call of backward.
  public func view(
    of graph: TraceGraph, limits: GraphView.Limits = GraphView.Limits()
  ) -> GraphView {
    let nodes = graph.nodes.map(\.index)
    return withStorage { GraphViewBuilder(storage: $0, limits: limits).view(of: nodes) }
  }
}

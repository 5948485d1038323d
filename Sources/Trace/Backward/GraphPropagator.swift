// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// The rule of Trace: an input receives the graph that the operation received and the inputs of the
/// operation (Cheng, Nie and Swaminathan, 2024, section 3).
///
/// ``TraceNode/backward(_:retainGraph:)`` gives parameters the same graphs without building one for
/// each operation; this is the rule as it is written, for use with other rules.
public struct GraphPropagator: Propagator {
  /// Creates the rule.
  public init() {}

  /// The graph with which feedback on an output begins.
  public func initialSignal(for output: TraceNode, feedback: String) -> TraceGraph {
    TraceGraph([output], feedback: feedback)
  }

  /// The sum of the graphs, with the inputs of the operation.
  ///
  /// - Throws: ``BackwardError`` when the feedback of two children differs.
  /// - Complexity: O(*n* log *n*) in the number of nodes of all graphs.
  public func signal(
    forInputsOf node: TraceNode, from received: [TraceGraph]
  ) throws -> TraceGraph {
    var sum = TraceGraph.empty
    for graph in received { sum = try sum.merging(graph) }
    return try sum.merging(TraceGraph(node.parents))
  }
}

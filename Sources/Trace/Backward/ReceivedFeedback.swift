// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// What a node received from one of its children.
public struct ReceivedFeedback: Sendable, Hashable {
  /// The operation that passed the feedback on, or nil when it was given to the node itself.
  public let child: TraceNode?
  /// The part of the graph that lies between the node and the output, with the feedback.
  public let graph: TraceGraph
}

extension TraceNode {
  /// What the parameter received, from each of its children in order of recording, since its
  /// feedback was last cleared; none for a node that is no parameter.
  ///
  /// - Complexity: O(*n* + *e*) in the nodes and edges recorded, for each child and call of backward.
  public var receivedFeedback: [ReceivedFeedback] {
    let received = tape.withStorage { storage -> [(UInt32?, Subgraph)] in
      guard storage.rows[Int(index)].traits.contains(.parameter) else { return [] }
      return storage.received(by: index)
    }
    return received.map { child, subgraph in
      ReceivedFeedback(
        child: child.map { TraceNode(tape: tape, index: $0) },
        graph: TraceGraph(
          sorted: subgraph.nodes.map { TraceNode(tape: tape, index: $0) },
          feedback: subgraph.feedback))
    }
  }

  /// The sum of what the parameter received; empty when it received nothing.
  ///
  /// - Returns: The graph between the parameter and the outputs that received feedback.
  /// - Throws: ``BackwardError`` when the parameter received several feedbacks that differ.
  /// - Complexity: O(*n* + *e*) in the nodes and edges recorded, for each call of backward.
  public func aggregatedFeedback() throws(BackwardError) -> TraceGraph {
    let subgraph = try tape.withStorage { (storage) throws(BackwardError) in
      try storage.sum(of: [index])
    }
    guard let subgraph else { return .empty }
    return TraceGraph(
      sorted: subgraph.nodes.map { TraceNode(tape: tape, index: $0) },
      feedback: subgraph.feedback)
  }

  /// Forgets what the parameter received so far.
  public func zeroFeedback() {
    tape.withStorage { $0.clearedPasses[index] = $0.passes.count }
  }
}

extension Tape {
  /// Forgets what the parameters received so far; operations that feedback went through stay used.
  public func zeroFeedback() {
    withStorage { storage in
      storage.passes = []
      storage.clearedPasses = [:]
    }
  }
}

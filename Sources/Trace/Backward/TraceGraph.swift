// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// A part of a recorded graph with the feedback that came through it: what a parameter receives.
public struct TraceGraph: Sendable, Hashable {
  /// The nodes, sorted by level and then by recording.
  public let nodes: [TraceNode]
  /// The feedback, or nil when none came through.
  public let feedback: String?

  /// A graph without nodes and feedback.
  public static let empty = TraceGraph(sorted: [], feedback: nil)

  /// Creates a graph of some nodes, each counted once.
  ///
  /// - Complexity: O(*n* log *n*) in the number of nodes.
  public init(_ nodes: some Sequence<TraceNode>, feedback: String? = nil) {
    let levels = Set(nodes).map { (node: $0, level: $0.level) }
    self.init(
      sorted: levels.sorted { first, second in
        (first.level, first.node.index) < (second.level, second.node.index)
      }.map(\.node), feedback: feedback)
  }

  init(sorted nodes: [TraceNode], feedback: String?) {
    self.nodes = nodes
    self.feedback = feedback
  }

  /// Whether there are neither nodes nor feedback.
  public var isEmpty: Bool { nodes.isEmpty && feedback == nil }

  /// The graph of the nodes of both, by the merge rule of Trace.
  ///
  /// - Parameter other: A graph of the same tape.
  /// - Returns: All nodes, with the feedback of whichever graph has one.
  /// - Throws: ``BackwardError`` when both have feedback and it differs.
  /// - Complexity: O(*n* log *n*) in the number of nodes of both.
  public func merging(_ other: TraceGraph) throws(BackwardError) -> TraceGraph {
    if isEmpty { return other }
    if other.isEmpty { return self }
    if let first = feedback, let second = other.feedback, first != second {
      throw .differentFeedback
    }
    return TraceGraph(nodes + other.nodes, feedback: feedback ?? other.feedback)
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Trace

/// The rule of Trace written as it is defined, one set of nodes for each edge.
struct NaiveBackward {
  /// For each node, what each of its children sent.
  private(set) var received: [TraceNode: [TraceNode: Set<TraceNode>]] = [:]
  let output: TraceNode

  init(from output: TraceNode) {
    self.output = output
    var waiting: Set = [output]
    while let node = waiting.max(by: {
      ($0.level, $0.creationNumber) < ($1.level, $1.creationNumber)
    }) {
      waiting.remove(node)
      var graph = received[node]?.values.reduce(into: Set<TraceNode>()) { $0.formUnion($1) } ?? []
      if node == output { graph.insert(output) }
      graph.formUnion(node.parents)
      for parent in node.parents where !parent.parameterDependencies.isEmpty {
        received[parent, default: [:]][node] = graph
        if !parent.isRoot { waiting.insert(parent) }
      }
    }
  }

  /// The nodes that all trainable parameters received together.
  var sum: Set<TraceNode> {
    received.filter { $0.key.isTrainable }.values.reduce(into: []) { sum, graphs in
      for graph in graphs.values { sum.formUnion(graph) }
    }
  }
}

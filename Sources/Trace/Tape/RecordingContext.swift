// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// What the current task has set for the nodes that it records.
struct RecordingContext: Sendable {
  @TaskLocal static var current: RecordingContext?

  /// What names of new nodes begin with.
  var nameScope: String?
  /// Whether operations are connected with their inputs.
  var isTracing = true
  /// What the operation that runs has read; nil outside an operation.
  var uses: UseCollector?

  /// The context of the body of an operation, whose reads are collected.
  static func forOperation() -> RecordingContext {
    var context = current ?? RecordingContext()
    context.uses = UseCollector()
    return context
  }
}

/// The nodes whose values the body of one operation has read.
final class UseCollector: Sendable {
  private let nodes = Mutex<Set<TraceNode>>([])

  /// The nodes that were read so far.
  var usedNodes: Set<TraceNode> { nodes.withLock { $0 } }

  /// Notes that the value of a node was read.
  func noteUse(of node: TraceNode) {
    _ = nodes.withLock { $0.insert(node) }
  }
}

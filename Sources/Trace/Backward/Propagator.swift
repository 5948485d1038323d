// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// A rule that turns what an operation received from its children into what its inputs receive.
public protocol Propagator<Signal>: Sendable {
  /// What travels from outputs to inputs.
  associatedtype Signal: Sendable

  /// What each input of an operation receives.
  ///
  /// - Parameters:
  ///   - node: The operation.
  ///   - received: What its children sent, in order of recording; for the output that feedback is
  ///     given to, the feedback alone.
  /// - Throws: When the signals cannot be combined.
  /// - Returns: The signal for every input.
  func signal(forInputsOf node: TraceNode, from received: [Signal]) throws -> Signal
}

/// What roots received in one backward pass.
public struct PropagatedSignals<Signal: Sendable>: Sendable {
  /// What each root received, by place on the tape.
  let signals: [UInt32: [Signal]]

  /// What a root received, from each of its children in order of recording; none for a root that
  /// feedback did not reach, and for the output of an operation.
  public subscript(node: TraceNode) -> [Signal] { signals[node.index] ?? [] }
}

extension TraceNode {
  /// Carries feedback back by a rule of one's own.
  ///
  /// Operations are visited once, in reverse order of recording, so that all children of an
  /// operation come before it. What roots receive is returned and not kept on the tape.
  ///
  /// - Parameters:
  ///   - feedback: What this node receives.
  ///   - propagator: The rule.
  ///   - retainGraph: Whether further feedback may go through the same nodes.
  /// - Returns: What parameters, and the inner roots of expandable nodes, received.
  /// - Throws: ``BackwardError`` when feedback went through one of the nodes before, and what the rule
  ///   throws.
  /// - Complexity: O(*n* + *e*) applications of the rule in the nodes and edges up to this node.
  public func backward<Rule: Propagator>(
    _ feedback: Rule.Signal, using propagator: Rule, retainGraph: Bool = false
  ) throws -> PropagatedSignals<Rule.Signal> {
    let (first, passed) = try tape.withStorage { (storage) throws(BackwardError) in
      try storage.consume(from: index, retainGraph: retainGraph)
      return storage.passed(from: index)
    }
    var received: [UInt32: [Rule.Signal]] = [index: [feedback]]
    for place in (first..<passed.count).reversed() where passed[place] {
      let node = TraceNode(tape: tape, index: UInt32(place))
      guard !node.isRoot, let signals = received.removeValue(forKey: node.index) else { continue }
      let signal = try propagator.signal(forInputsOf: node, from: signals.reversed())
      for parent in node.parents + node.hiddenDependencies
      where passed[Int(parent.index)] || parent.isParameter {
        received[parent.index, default: []].append(signal)
      }
    }
    return PropagatedSignals(signals: received.mapValues { $0.reversed() })
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

extension TraceNode {
  /// Carries feedback on this node back to the parameters that it depends on.
  ///
  /// Each parameter receives the part of the graph that lies between it and this node, with the
  /// feedback; ``Tape/functionView()`` is the sum of these parts over all trainable parameters.
  /// Feedback on a parameter itself stays there. Nothing changes when an error is thrown.
  ///
  /// - Parameters:
  ///   - feedback: What was right or wrong about the value.
  ///   - retainGraph: Whether further feedback may go through the same nodes.
  /// - Throws: ``BackwardError`` when feedback went through one of the nodes before without its graph
  ///   being retained.
  /// - Complexity: O(*n* + *e*) in the nodes and edges recorded up to this node.
  public func backward(_ feedback: String, retainGraph: Bool = false) throws(BackwardError) {
    try tape.withStorage { (storage) throws(BackwardError) in
      assert(storage.invariantViolations.isEmpty, "\(storage.invariantViolations)")
      try storage.consume(from: index, retainGraph: retainGraph)
      storage.passes.append(BackwardPass(output: index, feedback: feedback))
    }
  }
}

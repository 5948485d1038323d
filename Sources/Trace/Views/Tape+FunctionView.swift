// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

extension Tape {
  /// The graph between the trainable parameters and the outputs that received feedback, as a
  /// pseudo-program.
  ///
  /// - Returns: The sum of what each trainable parameter received.
  /// - Throws: ``BackwardError`` when no feedback reached a trainable parameter, and when several
  ///   feedbacks did that are not the same.
  /// - Complexity: O(*n* + *e*) in the nodes and edges recorded up to the last output, and
  ///   O(*m* log *m*) in the size of the view.
  public func functionView() throws(BackwardError) -> FunctionView {
    try withStorage { (storage) throws(BackwardError) in
      guard let subgraph = try storage.sum(of: storage.trainableParameters) else {
        throw .noFeedback
      }
      return FunctionViewWriter(storage: storage, subgraph: subgraph).view
    }
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

extension TapeStorage {
  /// Which nodes feedback on `output` passes, as one flag for each node up to it.
  ///
  /// These are the output, and of the inputs of a passed operation those that depend on a parameter.
  ///
  /// - Complexity: O(*n* + *e*) in the nodes and edges between the output and its earliest ancestor.
  func passed(from output: UInt32) -> (first: Int, flags: [Bool]) {
    var flags = [Bool](repeating: false, count: Int(output) + 1)
    flags[Int(output)] = true
    var pending = 1
    var node = Int(output)
    while true {
      if flags[node] {
        pending -= 1
        for parent in inputs[inputRange(of: UInt32(node))] {
          guard !flags[Int(parent)], rows[Int(parent)].traits.carriesFeedback else { continue }
          flags[Int(parent)] = true
          pending += 1
        }
      }
      if pending == 0 { break }
      node -= 1
    }
    return (node, flags)
  }

  /// Marks the operations that feedback on `output` passes as consumed.
  mutating func consume(from output: UInt32, retainGraph: Bool) throws(BackwardError) {
    let (first, flags) = passed(from: output)
    for node in first..<flags.count where flags[node] && rows[node].traits.contains(.consumed) {
      throw BackwardError(
        .alreadyPropagated,
        "feedback went through \(pythonName(of: UInt32(node))) before: give retainGraph: true to "
          + "the first of several calls of backward, or batch the outputs into one"
      )
    }
    guard !retainGraph else { return }
    for node in first..<flags.count where flags[node] && rows[node].traits.contains(.message) {
      rows[node].traits.insert(.consumed)
    }
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// The part of a tape between some parameters and the outputs that received feedback.
struct Subgraph: Sendable {
  /// The nodes, sorted by level and then by recording.
  var nodes: [UInt32]
  /// Whether a node is in the subgraph, for the nodes up to the last one.
  var isMember: [Bool]
  /// The feedback, the same for all outputs.
  var feedback: String
}

extension TapeStorage {
  /// The parameters that optimizers may change, in order of recording.
  var trainableParameters: [UInt32] {
    parameters.compactMap { rows[Int($0.node)].traits.contains(.trainable) ? $0.node : nil }
  }

  /// The sum of what the given parameters received since their feedback was last cleared, or nil
  /// when they received nothing.
  ///
  /// By the merge rule of Trace (Cheng, Nie and Swaminathan, 2024, section 3), a parameter receives
  /// the output and the inputs of every operation on a path from it to the output. The sum over
  /// parameters and passes is a union, so that one sweep down and one up the tape find it.
  ///
  /// - Throws: ``BackwardError`` for several feedbacks that differ.
  /// - Complexity: O(*n* + *e*) in the nodes and edges up to the last output, for each pass.
  func sum(of sources: [UInt32]) throws(BackwardError) -> Subgraph? {
    var members = [Bool](repeating: false, count: rows.count)
    var feedback: String?
    for (number, pass) in passes.enumerated() {
      let live = sources.filter { (clearedPasses[$0] ?? 0) <= number }
      guard !live.isEmpty, addMembers(of: pass, from: live, to: &members) else { continue }
      if let feedback, feedback != pass.feedback { throw .differentFeedback }
      feedback = pass.feedback
    }
    guard let feedback else { return nil }
    return Subgraph(nodes: sortedByLevel(members), isMember: members, feedback: feedback)
  }

  /// Adds what the sources receive in one pass, and says whether they received anything.
  func addMembers(
    of pass: BackwardPass,
    from sources: [UInt32],
    to members: inout [Bool]
  ) -> Bool {
    let (first, flags) = passed(from: pass.output)
    let relevant = onPath(from: sources, first: first, passed: flags)
    var isReached = false
    for node in first..<flags.count where relevant[node] {
      isReached = true
      guard rows[node].traits.contains(.message) else { continue }
      for parent in inputs[inputRange(of: UInt32(node))] { members[Int(parent)] = true }
    }
    if isReached { members[Int(pass.output)] = true }
    return isReached
  }

  /// Which of the passed nodes are sources or lie on a path from one.
  private func onPath(from sources: [UInt32], first: Int, passed: [Bool]) -> [Bool] {
    var relevant = [Bool](repeating: false, count: passed.count)
    for source in sources where source < passed.count && passed[Int(source)] {
      relevant[Int(source)] = true
    }
    let hasHidden = !details.isEmpty
    for node in first..<passed.count where passed[node] && !relevant[node] {
      guard rows[node].traits.contains(.message) else { continue }
      relevant[node] =
        inputs[inputRange(of: UInt32(node))].contains { relevant[Int($0)] }
        || (hasHidden && usesHidden(sources, UInt32(node)))
    }
    return relevant
  }

  private func usesHidden(_ sources: [UInt32], _ node: UInt32) -> Bool {
    guard rows[Int(node)].traits.contains(.expandable), let details = details[node] else {
      return false
    }
    return details.hiddenDependencies.contains { sources.contains($0) }
  }

  /// The members sorted by level; those of one level stay in the order of recording.
  func sortedByLevel(_ members: [Bool]) -> [UInt32] {
    let nodes = members.indices.filter { members[$0] }
    guard let deepest = nodes.lazy.map({ Int(rows[$0].level) }).max() else { return [] }
    var places = [Int](repeating: 0, count: deepest + 2)
    for node in nodes { places[Int(rows[node].level) + 1] += 1 }
    for level in 0...deepest { places[level + 1] += places[level] }
    var sorted = [UInt32](repeating: 0, count: nodes.count)
    for node in nodes {
      let level = Int(rows[node].level)
      sorted[places[level]] = UInt32(node)
      places[level] += 1
    }
    return sorted
  }
}

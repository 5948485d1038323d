// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// What holds of every tape at every time; each broken rule is one sentence.
extension TapeStorage {
  /// - Complexity: O(*n* + *e*) in the nodes and edges.
  var invariantViolations: [String] {
    var violations: [String] = []
    func expect(_ condition: Bool, _ node: Int, _ rule: String) {
      if !condition { violations.append("node \(node): \(rule)") }
    }
    expect(values.count == rows.count, rows.count, "there is one value for each node")
    expect(inputs.count == inputKeys.count, rows.count, "there is one name for each input")
    var pythonNames: Set<String> = []
    for node in rows.indices {
      checkRow(node, expect)
      checkDetails(node, expect)
      expect(
        pythonNames.insert(pythonName(of: UInt32(node))).inserted, node,
        "names without their colon are unique")
    }
    return violations
  }

  private func checkRow(_ node: Int, _ expect: (Bool, Int, String) -> Void) {
    let row = rows[node]
    let range = inputRange(of: UInt32(node))
    expect(range.lowerBound <= range.upperBound, node, "inputs lie one after the other")
    expect(range.isEmpty || row.traits.contains(.message), node, "only operations have inputs")
    let parents = inputs[range].map { Int($0) }
    expect(parents.allSatisfy { $0 < node }, node, "inputs were recorded before")
    guard parents.allSatisfy({ $0 < node }) else { return }
    let level = parents.map { rows[$0].level + 1 }.max() ?? 0
    expect(row.level == level, node, "the level is one more than that of the deepest input")
    let inherited = parents.reduce(into: NodeTraits()) { traits, parent in
      traits.formUnion(rows[parent].traits.intersection(.inherited))
    }
    expect(row.traits.isSuperset(of: inherited), node, "dependencies are those of the inputs")
    let own: NodeTraits =
      row.traits.contains(.parameter)
      ? .dependsOnParameter : row.traits.contains(.expandable) ? .dependsOnExpandable : []
    expect(
      row.traits.intersection(.inherited) == inherited.union(own), node,
      "dependencies come from inputs, or from the node itself")
  }

  private func checkDetails(_ node: Int, _ expect: (Bool, Int, String) -> Void) {
    let row = rows[node]
    let traits = row.traits
    expect(
      !traits.contains(.parameter) || parameters[Int(row.detail)].node == node, node,
      "details of a parameter are its own")
    expect(
      traits.contains(.parameter) || traits.isDisjoint(with: [.trainable, .code]), node,
      "only parameters are trainable or code")
    expect(
      !traits.contains(.consumed) || traits.contains(.message), node, "only operations are used up")
    let details = details[UInt32(node)]
    expect(
      traits.contains(.expandable) == !(details?.hiddenDependencies ?? []).isEmpty, node,
      "expandable nodes are those with hidden parameters")
    expect(
      traits.contains(.exception) == (details?.exception != nil), node,
      "exception nodes are those with an exception")
  }
}

extension Tape {
  /// The rules that the tape breaks: none, unless Trace itself is wrong.
  ///
  /// - Complexity: O(*n* + *e*) in the nodes and edges.
  package var invariantViolations: [String] { withStorage { $0.invariantViolations } }
}

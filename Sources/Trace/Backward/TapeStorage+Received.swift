// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

extension TapeStorage {
  /// What a parameter received in each pass: from whom, and which part of the graph.
  func received(by parameter: UInt32) -> [(child: UInt32?, subgraph: Subgraph)] {
    passes.enumerated().flatMap { number, pass -> [(child: UInt32?, subgraph: Subgraph)] in
      guard (clearedPasses[parameter] ?? 0) <= number, parameter <= pass.output else { return [] }
      if parameter == pass.output {
        return [(nil, subgraph(of: pass, through: parameter))]
      }
      return senders(to: parameter, in: pass).map { ($0, subgraph(of: pass, through: $0)) }
    }
  }

  /// The passed operations that have the parameter as input or use it within.
  private func senders(to parameter: UInt32, in pass: BackwardPass) -> [UInt32] {
    let (first, flags) = passed(from: pass.output)
    return (first..<flags.count).lazy.filter { flags[$0] }.map { UInt32($0) }.filter { node in
      inputs[inputRange(of: node)].contains(parameter)
        || details[node]?.hiddenDependencies.contains(parameter) ?? false
    }
  }

  /// What an operation passes on to each of its inputs.
  private func subgraph(of pass: BackwardPass, through node: UInt32) -> Subgraph {
    var members = [Bool](repeating: false, count: rows.count)
    _ = addMembers(of: pass, from: [node], to: &members)
    return Subgraph(
      nodes: sortedByLevel(members), isMember: members, feedback: pass.feedback)
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Reads a graph view from a tape.
struct GraphViewBuilder {
  let storage: TapeStorage
  let limits: GraphView.Limits

  /// The view of some nodes that are sorted by level.
  func view(of nodes: [UInt32]) -> GraphView {
    let shown = Array(nodes.suffix(max(0, limits.nodes)))
    var isShown = [Bool](repeating: false, count: storage.rows.count)
    for node in shown { isShown[Int(node)] = true }
    let passes = storage.passes.map { pass in
      (passed: storage.passed(from: pass.output).flags, feedback: cut(pass.feedback))
    }
    var edges: [GraphView.Edge] = []
    for node in shown {
      for place in storage.inputRange(of: node) where isShown[Int(storage.inputs[place])] {
        let parent = storage.inputs[place]
        let travelled = passes.filter { pass in
          node < pass.passed.count && pass.passed[Int(node)] && pass.passed[Int(parent)]
        }
        edges.append(
          GraphView.Edge(
            from: storage.pythonName(of: parent),
            to: storage.pythonName(of: node),
            key: storage.inputNames.symbols[Int(storage.inputKeys[place])],
            feedback: travelled.map(\.feedback)))
      }
    }
    return GraphView(
      vertices: shown.map(vertex), edges: edges, omitted: nodes.count - shown.count)
  }

  private func vertex(of node: UInt32) -> GraphView.Vertex {
    let row = storage.rows[Int(node)]
    let value = storage.values[Int(node)]
    let kind: GraphView.Kind =
      if row.traits.contains(.exception) {
        .exception
      } else if row.traits.contains(.message) {
        .operation
      } else if row.traits.contains(.parameter) {
        row.traits.contains(.trainable) ? .parameter : .frozen
      } else {
        .constant
      }
    return GraphView.Vertex(
      name: storage.pythonName(of: node),
      kind: kind,
      typeName: value.typeName,
      text: cut(value.plainText),
      operation: storage.operation(of: node)?.name,
      level: Int(row.level))
  }

  private func cut(_ text: String) -> String {
    guard
      let end = text.index(text.startIndex, offsetBy: limits.characters, limitedBy: text.endIndex),
      end < text.endIndex
    else { return text }
    return text[..<end] + "…"
  }
}

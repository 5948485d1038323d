// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

extension GraphView {
  /// The graph in the language of Graphviz.
  ///
  /// Parameters are shaded, failures red; an edge that feedback travelled is red and shows the
  /// feedback.
  ///
  /// - Complexity: O(*n*) in the size of the text.
  public var dot: String {
    var lines = [
      "digraph trace {", "  rankdir=TB;",
      "  node [shape=box, style=\"rounded,filled\", fillcolor=white, fontname=\"sans-serif\"];",
      "  edge [fontname=\"sans-serif\", fontsize=10];",
    ]
    for vertex in vertices {
      let title = vertex.operation.map { "\(vertex.name) = \($0)" } ?? vertex.name
      let label = Self.quoted("\(title)\n(\(vertex.typeName)) \(vertex.text)")
      lines.append("  \(Self.quoted(vertex.name)) [label=\(label)\(Self.fill(vertex.kind))];")
    }
    for edge in edges {
      var attributes = "label=\(Self.quoted(([edge.key] + edge.feedback).joined(separator: "\n")))"
      if !edge.feedback.isEmpty { attributes += ", color=\"#b3261e\", fontcolor=\"#b3261e\"" }
      lines.append("  \(Self.quoted(edge.from)) -> \(Self.quoted(edge.to)) [\(attributes)];")
    }
    if omitted > 0 {
      lines.append("  label=\(Self.quoted("\(omitted) earlier nodes are not shown"));")
    }
    return (lines + ["}", ""]).joined(separator: "\n")
  }

  private static func fill(_ kind: Kind) -> String {
    switch kind {
    case .parameter: ", fillcolor=\"#cfe2ff\""
    case .frozen: ", fillcolor=\"#e7e9ec\""
    case .exception: ", fillcolor=\"#f9dedc\""
    case .constant, .operation: ""
    }
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n", "\r", "\u{2028}": quoted += "\\n"
      case _ where scalar.value < 0x20: quoted += " "
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

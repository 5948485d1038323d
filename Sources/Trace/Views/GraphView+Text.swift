// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

extension GraphView {
  /// The graph as lines of text.
  ///
  /// There is one line for each node, and one for each feedback that an operation passed on to an
  /// input. Line breaks in values are written as `\n`.
  ///
  /// ```
  /// parameter (int) x0=1
  /// constant (int) int0=2
  /// operation (int) multiply0=2 <- multiply(x=x0, y=int0)
  ///   feedback to x0: Should be larger.
  /// ```
  ///
  /// - Complexity: O(*n*) in the size of the text.
  public var text: String {
    var inputs: [String: [Edge]] = [:]
    for edge in edges { inputs[edge.to, default: []].append(edge) }
    var lines: [String] = []
    if omitted > 0 { lines.append("(\(omitted) earlier nodes are not shown)") }
    for vertex in vertices {
      let edges = inputs[vertex.name] ?? []
      let value = vertex.text.replacing("\n", with: "\\n")
      var line = "\(vertex.kind.rawValue) (\(vertex.typeName)) \(vertex.name)=\(value)"
      if let operation = vertex.operation {
        let arguments = edges.map { "\($0.key)=\($0.from)" }.joined(separator: ", ")
        line += " <- \(operation)(\(arguments))"
      }
      lines.append(line)
      var told: Set<String> = []
      for edge in edges where told.insert(edge.from).inserted {
        for feedback in edge.feedback {
          lines.append("  feedback to \(edge.from): \(feedback.replacing("\n", with: "\\n"))")
        }
      }
    }
    return lines.joined(separator: "\n")
  }

  /// The graph as JSON text that names its format and version.
  ///
  /// - Complexity: O(*n*) in the size of the text.
  public var json: String {
    let document: TraceValue = [
      "format": "optobench-trace-graph", "version": 1, "omitted": .integer(omitted),
      "nodes": .list(
        vertices.map { vertex in
          [
            "name": .text(vertex.name), "kind": .text(vertex.kind.rawValue),
            "type": .text(vertex.typeName), "value": .text(vertex.text),
            "operation": vertex.operation.traceValue, "level": .integer(vertex.level),
          ]
        }),
      "edges": .list(
        edges.map { edge in
          [
            "from": .text(edge.from), "to": .text(edge.to), "key": .text(edge.key),
            "feedback": .list(edge.feedback.map { .text($0) }),
          ]
        }),
    ]
    return document.json
  }
}

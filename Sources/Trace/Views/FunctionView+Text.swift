// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

extension FunctionView: CustomStringConvertible {
  /// The parts of the program under their headings, in the order of OptoPrime; empty parts keep
  /// their heading.
  ///
  /// - Complexity: O(*n*) in the size of the view.
  public var description: String {
    let parts: [(heading: String, lines: [String])] = [
      ("Code", code), ("Documentation", documentation.map(\.description)),
      ("Variables", variables.map(\.description)), ("Constraints", constraints.map(\.description)),
      ("Inputs", inputs.map(\.description)), ("Others", others.map(\.description)),
      ("Outputs", outputs.map(\.description)), ("Feedback", [feedback]),
    ]
    return parts.map { part in (["#\(part.heading)"] + part.lines).joined(separator: "\n") }
      .joined(separator: "\n\n")
  }
}

extension FunctionView.NamedValue: CustomStringConvertible {
  /// The value as a line of a prompt: `(int) x0=1`, or `(code) f0:` and the source text.
  public var description: String {
    isCode ? "(code) \(name):\(text)" : "(\(typeName)) \(name)=\(text)"
  }
}

extension FunctionView.Documentation: CustomStringConvertible {
  /// The entry as a line of a prompt: `[add]` and what the operation does.
  public var description: String { "[\(name)] \(text)" }
}

extension FunctionView.Constraint: CustomStringConvertible {
  /// The condition as a line of a prompt, such as `(int) x0: has to be positive`.
  public var description: String { "(\(typeName)) \(name): \(text)" }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Traced methods of text.
extension Node where Value == String {
  /// One text after the other.
  public static func + (x: Node, y: Node) throws -> Node { try Node(x.untyped + y.untyped) }
  /// One text after the other.
  public static func + (x: Node, y: String) throws -> Node { try Node(x.untyped + y) }
  /// One text after the other.
  public static func + (x: String, y: Node) throws -> Node { try Node(x + y.untyped) }

  /// The text in lower case.
  ///
  /// - Throws: ``ExecutionError``, never for a text.
  public func lowercased() throws -> Node { try Node(untyped.lowercased()) }

  /// The text in upper case.
  ///
  /// - Throws: ``ExecutionError``, never for a text.
  public func uppercased() throws -> Node { try Node(untyped.uppercased()) }

  /// The text with a capital first and the rest in lower case.
  ///
  /// - Throws: ``ExecutionError``, never for a text.
  public func capitalized() throws -> Node { try Node(untyped.capitalized()) }

  /// The text without white space at its ends.
  ///
  /// - Throws: ``ExecutionError``, never for a text.
  public func trimmed() throws -> Node { try Node(untyped.trimmed()) }

  /// The text with one part put in place of another.
  ///
  /// - Throws: ``BundleError`` for nodes of another tape.
  public func replacing(
    _ old: some TypedOperand<String>, with new: some TypedOperand<String>
  ) throws -> Node {
    try Node(untyped.replacing(old, with: new))
  }

  /// The pieces of the text between separators.
  ///
  /// - Throws: ``ExecutionError`` for an empty separator.
  public func split(separator: some TypedOperand<String>) throws -> Node<[String]> {
    try Node<[String]>(untyped.split(separator: separator))
  }

  /// The words of the text.
  ///
  /// - Throws: ``ExecutionError``, never for a text.
  public func words() throws -> Node<[String]> { try Node<[String]>(untyped.split()) }

  /// Whether the text has a part.
  ///
  /// - Throws: ``BundleError`` for nodes of another tape.
  public func contains(_ part: some TypedOperand<String>) throws -> Node<Bool> {
    try Node<Bool>(untyped.tape.apply(.contained, part.traceSource, .node(untyped)))
  }

  /// The template with its fields filled in, as `str.format` does.
  ///
  /// - Throws: ``ExecutionError`` for a field that was not given.
  public func formatted(_ fields: KeyValuePairs<String, any TraceOperand>) throws -> Node {
    try Node(untyped.formatted(fields))
  }
}

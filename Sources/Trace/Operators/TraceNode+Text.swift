// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Traced methods of text; each throws ``ExecutionError`` for a value that is no text.
extension TraceNode {
  /// The text in lower case.
  ///
  /// - Throws: ``ExecutionError`` for a value that is no text.
  public func lowercased() throws -> TraceNode { try apply(.lower) }

  /// The text in upper case.
  ///
  /// - Throws: ``ExecutionError`` for a value that is no text.
  public func uppercased() throws -> TraceNode { try apply(.upper) }

  /// The text with a capital at the start of each word.
  ///
  /// - Throws: ``ExecutionError`` for a value that is no text.
  public func titlecased() throws -> TraceNode { try apply(.title) }

  /// The text with a capital first and the rest in lower case.
  ///
  /// - Throws: ``ExecutionError`` for a value that is no text.
  public func capitalized() throws -> TraceNode { try apply(.capitalize) }

  /// The text with upper and lower case swapped.
  ///
  /// - Throws: ``ExecutionError`` for a value that is no text.
  public func caseSwapped() throws -> TraceNode { try apply(.swapcase) }

  /// The pieces of the text between separators, or its words without a separator.
  ///
  /// - Parameters:
  ///   - separator: What stands between pieces.
  ///   - maxSplits: The most cuts that are made; a negative number sets no limit.
  /// - Returns: A list of texts.
  /// - Throws: ``ExecutionError`` for a value that is no text and an empty separator.
  public func split(
    separator: some TraceOperand = TraceValue.none, maxSplits: some TraceOperand = -1
  ) throws -> TraceNode {
    try tape.apply(.split, [.node(self), separator.traceSource, maxSplits.traceSource])
  }

  /// The text without some characters, or without white space, at its ends.
  ///
  /// - Throws: ``ExecutionError`` for a value that is no text.
  public func trimmed(_ characters: some TraceOperand = TraceValue.none) throws -> TraceNode {
    try apply(.strip, characters)
  }

  /// The text with one part put in place of another.
  ///
  /// - Parameters:
  ///   - old: The part that is replaced.
  ///   - new: What takes its place.
  ///   - count: How many are replaced at most; a negative number sets no limit.
  /// - Returns: A text.
  /// - Throws: ``ExecutionError`` when one of the values is no text.
  public func replacing(
    _ old: some TraceOperand, with new: some TraceOperand, count: some TraceOperand = -1
  ) throws -> TraceNode {
    try tape.apply(
      .replace, [.node(self), old.traceSource, new.traceSource, count.traceSource])
  }

  /// The texts with this one between them.
  ///
  /// - Throws: ``ExecutionError`` when one of the values is no text.
  public func joining(_ texts: [any TraceOperand]) throws -> TraceNode {
    try tape.apply(.join, [.node(self)] + texts.map(\.traceSource))
  }

  /// The Unicode number of a text of one character.
  ///
  /// - Throws: ``ExecutionError`` for any other value.
  public func unicodeNumber() throws -> TraceNode { try apply(.ord) }

  /// The character with this Unicode number.
  ///
  /// - Throws: ``ExecutionError`` for a value that is no such number.
  public func unicodeCharacter() throws -> TraceNode { try apply(.chr) }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Traced reading of lists, tuples, sets, dictionaries and texts.
extension TraceNode {
  /// The item at an index, counted from the end when negative, or the value of that name.
  public subscript(index: some TraceOperand) -> TraceNode {
    get throws { try apply(.getitem, index) }
  }

  /// The value of that name, or another one when there is none.
  ///
  /// - Throws: ``ExecutionError`` for a value that is no dictionary.
  public func value(
    named key: some TraceOperand, default other: some TraceOperand = TraceValue.none
  ) throws -> TraceNode {
    try tape.apply(.get, [.node(self), key.traceSource, other.traceSource])
  }

  /// The item that `pop` would take out; the container stays as it is.
  ///
  /// - Throws: ``ExecutionError`` when there is no such item.
  public func popped(at index: some TraceOperand = -1) throws -> TraceNode {
    try apply(.pop, index)
  }

  /// The field of that name of a value that is a dictionary.
  ///
  /// - Throws: ``ExecutionError`` when there is no such field.
  public func attribute(_ name: some TraceOperand) throws -> TraceNode {
    try apply(.attribute, name)
  }

  /// The number of items or characters, as a recorded operation.
  ///
  /// - Throws: ``ExecutionError`` for a value that has none.
  public func length() throws -> TraceNode { try apply(.length) }

  /// The names in a dictionary, as a list.
  ///
  /// - Throws: ``ExecutionError`` for a value that is no dictionary.
  public func keys() throws -> TraceNode { try apply(.keys) }

  /// The values in a dictionary, as a list.
  ///
  /// - Throws: ``ExecutionError`` for a value that is no dictionary.
  public func values() throws -> TraceNode { try apply(.values) }

  /// The members as a list.
  ///
  /// - Throws: ``ExecutionError`` for a value that has none.
  public func asList() throws -> TraceNode { try apply(.toList) }

  /// The members as a tuple.
  ///
  /// - Throws: ``ExecutionError`` for a value that has none.
  public func asTuple() throws -> TraceNode { try apply(.toTuple) }

  /// The distinct members.
  ///
  /// - Throws: ``ExecutionError`` for a value that has none.
  public func asSet() throws -> TraceNode { try apply(.toSet) }

  /// The pairs of name and value as a dictionary.
  ///
  /// - Throws: ``ExecutionError`` for a value that has no such members.
  public func asDictionary() throws -> TraceNode { try apply(.toDictionary) }
}

extension Tape {
  /// Records a list of values.
  ///
  /// - Throws: ``BundleError`` for a node of another tape.
  public func list(_ members: any TraceOperand...) throws -> TraceNode {
    try apply(.makeList, members.map(\.traceSource))
  }

  /// Records a tuple of values.
  ///
  /// - Throws: ``BundleError`` for a node of another tape.
  public func tuple(_ members: any TraceOperand...) throws -> TraceNode {
    try apply(.makeTuple, members.map(\.traceSource))
  }

  /// Records a set of values.
  ///
  /// - Throws: ``BundleError`` for a node of another tape.
  public func set(_ members: any TraceOperand...) throws -> TraceNode {
    try apply(.makeSet, members.map(\.traceSource))
  }

  /// Records a dictionary of values by name.
  ///
  /// - Throws: ``BundleError`` for a node of another tape.
  public func dictionary(_ entries: KeyValuePairs<String, any TraceOperand>) throws -> TraceNode {
    let names = entries.map(\.key)
    let make = bundle("make_dict", summary: "Makes a dictionary of the inputs.") { values in
      .dictionary(TraceDictionary(zip(names, values).map { ($0, $1) }))
    }
    return try make(entries, on: self)
  }
}

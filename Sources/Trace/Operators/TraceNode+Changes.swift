// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Traced changes of lists, dictionaries and sets; each gives a changed copy.
extension TraceNode {
  /// The list with a value at its end.
  ///
  /// - Throws: ``ExecutionError`` for a value that is no list.
  public func appending(_ value: some TraceOperand) throws -> TraceNode {
    try apply(.listAppend, value)
  }

  /// The list with the members of another value at its end.
  ///
  /// - Throws: ``ExecutionError`` for a value that is no list.
  public func extended(with other: some TraceOperand) throws -> TraceNode {
    try apply(.listExtend, other)
  }

  /// The list with a value put in before an index.
  ///
  /// - Throws: ``ExecutionError`` for a value that is no list.
  public func inserting(
    _ value: some TraceOperand, at index: some TraceOperand
  ) throws -> TraceNode {
    try tape.apply(.listInsert, [.node(self), index.traceSource, value.traceSource])
  }

  /// The list without its item at an index.
  ///
  /// - Throws: ``ExecutionError`` when there is no such item.
  public func removing(at index: some TraceOperand) throws -> TraceNode {
    try apply(.listPop, index)
  }

  /// The list without the first member that equals a value.
  ///
  /// - Throws: ``ExecutionError`` when there is no such member.
  public func removingFirst(_ value: some TraceOperand) throws -> TraceNode {
    try apply(.listRemove, value)
  }

  /// The list in reverse order.
  ///
  /// - Throws: ``ExecutionError`` for a value that is no list.
  public func reversed() throws -> TraceNode { try apply(.listReverse) }

  /// The list sorted, from the largest on when `descending` is true.
  ///
  /// - Throws: ``ExecutionError`` when members have no order.
  public func sorted(descending: some TraceOperand = false) throws -> TraceNode {
    try apply(.listSort, descending)
  }

  /// The list without its members.
  ///
  /// - Throws: ``ExecutionError`` for a value that is no list.
  public func clearingList() throws -> TraceNode { try apply(.listClear) }

  /// The dictionary with the entries of another one.
  ///
  /// - Throws: ``ExecutionError`` for values that are no dictionaries.
  public func updated(with other: some TraceOperand) throws -> TraceNode {
    try apply(.dictionaryUpdate, other)
  }

  /// The dictionary without the entry of a name.
  ///
  /// - Throws: ``ExecutionError`` when there is no such entry.
  public func removing(key: some TraceOperand) throws -> TraceNode {
    try apply(.dictionaryPop, key)
  }

  /// The dictionary without its last entry.
  ///
  /// - Throws: ``ExecutionError`` for an empty dictionary.
  public func removingLastEntry() throws -> TraceNode { try apply(.dictionaryPopItem) }

  /// The set with a value.
  ///
  /// - Throws: ``ExecutionError`` for a value that is no set.
  public func inserting(_ value: some TraceOperand) throws -> TraceNode {
    try apply(.setAdd, value)
  }

  /// The set without a value, if it has it.
  ///
  /// - Throws: ``ExecutionError`` for a value that is no set.
  public func discarding(_ value: some TraceOperand) throws -> TraceNode {
    try apply(.setDiscard, value)
  }

  /// The set without a value.
  ///
  /// - Throws: ``ExecutionError`` when the set does not have it.
  public func removing(member value: some TraceOperand) throws -> TraceNode {
    try apply(.setRemove, value)
  }

  /// The set with the members of another value.
  ///
  /// - Throws: ``ExecutionError`` for a value that is no set.
  public func union(_ other: some TraceOperand) throws -> TraceNode { try apply(.setUpdate, other) }

  /// The members of the set that another value has too.
  ///
  /// - Throws: ``ExecutionError`` for a value that is no set.
  public func intersection(_ other: some TraceOperand) throws -> TraceNode {
    try apply(.setIntersectionUpdate, other)
  }

  /// The values that are in exactly one of the set and another value.
  ///
  /// - Throws: ``ExecutionError`` for a value that is no set.
  public func symmetricDifference(_ other: some TraceOperand) throws -> TraceNode {
    try apply(.setSymmetricDifferenceUpdate, other)
  }

  /// The set without its members.
  ///
  /// - Throws: ``ExecutionError`` for a value that is no set.
  public func clearingSet() throws -> TraceNode { try apply(.setClear) }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

extension Node {
  /// The element at an index, which counts from the end when negative.
  public subscript<Element>(
    index: some TypedOperand<Int>
  ) -> Node<Element> where Value == [Element] {
    get throws { try Node<Element>(untyped[index]) }
  }

  /// The value of that name.
  public subscript<Entry>(
    key: some TypedOperand<String>
  ) -> Node<Entry> where Value == [String: Entry] {
    get throws { try Node<Entry>(untyped[key]) }
  }

  /// The elements as nodes, each taken out by a recorded operation.
  ///
  /// - Throws: ``BundleError``, never for an array.
  /// - Complexity: O(*n*) in the number of elements.
  public func elements<Element>() throws -> [Node<Element>] where Value == [Element] {
    try untyped.elements().map { node throws(TypeMismatch) in try Node<Element>(node) }
  }

  /// The number of elements, as a recorded operation.
  ///
  /// - Throws: ``BundleError``, never for an array.
  public func length<Element>() throws -> Node<Int> where Value == [Element] {
    try Node<Int>(untyped.length())
  }

  /// The array with an element at its end.
  ///
  /// - Throws: ``BundleError`` for a node of another tape.
  public func appending<Element>(
    _ element: some TypedOperand<Element>
  ) throws -> Node where Value == [Element] {
    try Node(untyped.appending(element))
  }

  /// The array sorted, from the largest on when `descending` is true.
  ///
  /// - Throws: ``ExecutionError`` when elements have no order.
  public func sorted<Element>(descending: Bool = false) throws -> Node where Value == [Element] {
    try Node(untyped.sorted(descending: descending))
  }
}

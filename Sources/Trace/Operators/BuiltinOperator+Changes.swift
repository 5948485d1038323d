// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Operators that Python carries out in place: here they leave their input as it is and return a
/// changed copy.
extension BuiltinOperator {
  static let listAppend = BuiltinOperator(
    binary: "list_append", "x + [y]", "The list x with y at its end.", ContainerChanges.appended)
  static let listExtend = BuiltinOperator(
    binary: "list_extend", "x + list(y)", "The list x with the members of y at its end.",
    ContainerChanges.extended)
  static let listInsert = BuiltinOperator(
    variadic: "list_insert", keys: ["x", "index", "y"], "x[:index] + [y] + x[index:]",
    "The list x with y put in before index."
  ) { (values) throws(OperatorException) in try ContainerChanges.inserted(values) }
  static let listPop = BuiltinOperator(
    binary: "list_pop", keys: ["x", "index"], "x without x[index]",
    "The list x without its item at index.", ContainerChanges.popped)
  static let listRemove = BuiltinOperator(
    binary: "list_remove", "x without y", "The list x without its first y.",
    ContainerChanges.removed)
  static let listReverse = BuiltinOperator(
    unary: "list_reverse", "x[::-1]", "The list x in reverse order."
  ) { (x) throws(OperatorException) in
    .list(try ContainerChanges.list(x, "reverse").reversed())
  }
  static let listSort = BuiltinOperator(
    binary: "list_sort", keys: ["x", "reverse"], "sorted(x, reverse=reverse)",
    "The list x sorted, from the largest on when reverse is true.", ContainerChanges.sorted)
  static let listClear = BuiltinOperator(
    unary: "list_clear", "[]", "The list x without its members."
  ) { (x) throws(OperatorException) in
    _ = try ContainerChanges.list(x, "clear")
    return .list([])
  }
  static let dictionaryUpdate = BuiltinOperator(
    binary: "dict_update", "x | y", "The dictionary x with the entries of y.",
    ContainerChanges.updated)
  static let dictionaryPop = BuiltinOperator(
    binary: "dict_pop", keys: ["x", "key"], "x without key", "The dictionary x without key.",
    ContainerChanges.withoutKey)
  static let dictionaryPopItem = BuiltinOperator(
    unary: "dict_popitem", "x without its last item", "The dictionary x without its last entry.",
    ContainerChanges.withoutLastEntry)
  static let setAdd = BuiltinOperator(
    binary: "set_add", "x | {y}", "The set x with y."
  ) { (x, y) throws(OperatorException) in
    .set(TraceSet(try ContainerChanges.set(x, "add").elements + [y]))
  }
  static let setDiscard = BuiltinOperator(
    binary: "set_discard", "x - {y}", "The set x without y, if it has y.",
    ContainerChanges.discarded)
  static let setRemove = BuiltinOperator(
    binary: "set_remove", "x - {y}", "The set x without y.", ContainerChanges.removedMember)
  static let setUpdate = BuiltinOperator(
    binary: "set_update", "x | set(y)", "The set x with the members of y."
  ) { (x, y) throws(OperatorException) in
    .set(TraceSet(try ContainerChanges.set(x, "update").elements + ContainerMethods.members(y)))
  }
  static let setIntersectionUpdate = BuiltinOperator(
    binary: "set_intersection_update", "x & set(y)", "The members of x that are in y too."
  ) { (x, y) throws(OperatorException) in
    let other = TraceSet(try ContainerMethods.members(y))
    let set = try ContainerChanges.set(x, "intersection_update")
    return .set(TraceSet(set.elements.filter(other.contains)))
  }
  static let setSymmetricDifferenceUpdate = BuiltinOperator(
    binary: "set_symmetric_difference_update", "x ^ set(y)",
    "The values that are in exactly one of x and y."
  ) { (x, y) throws(OperatorException) in
    let set = try ContainerChanges.set(x, "symmetric_difference_update")
    return .set(set.symmetricDifference(TraceSet(try ContainerMethods.members(y))))
  }
  static let setClear = BuiltinOperator(
    unary: "set_clear", "set()", "The set x without its members."
  ) { (x) throws(OperatorException) in
    _ = try ContainerChanges.set(x, "clear")
    return .set(TraceSet())
  }

  static let changes: [BuiltinOperator] = [
    listAppend, listExtend, listInsert, listPop, listRemove, listReverse, listSort, listClear,
    dictionaryUpdate, dictionaryPop, dictionaryPopItem, setAdd, setDiscard, setRemove, setUpdate,
    setIntersectionUpdate, setSymmetricDifferenceUpdate, setClear,
  ]

  /// All operators, the rows of the operator table; `format` and `make_dict` take named inputs and
  /// are bundles.
  static let all = arithmetic + logic + text + containers + changes
}

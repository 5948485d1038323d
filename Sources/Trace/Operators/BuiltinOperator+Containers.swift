// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

extension BuiltinOperator {
  static let getitem = BuiltinOperator(
    binary: "getitem", keys: ["x", "index"], "x[index]", "Takes the item at index out of x.",
    ContainerMethods.item)
  static let get = BuiltinOperator(
    variadic: "get", keys: ["x", "key", "default"], "x.get(key, default)",
    "Takes the value called key out of x, or default when there is none."
  ) { (values) throws(OperatorException) in try ContainerMethods.value(values) }
  static let pop = BuiltinOperator(
    binary: "pop", keys: ["x", "index"], "x.pop(index)",
    "The item that is taken out of x at index.",
    ContainerMethods.item)
  static let length = BuiltinOperator(
    unary: "len_", "len(x)", "The number of items or characters of x.", ContainerMethods.count)
  static let attribute = BuiltinOperator(
    binary: "node_getattr", keys: ["obj", "attr"], "getattr(obj, attr)",
    "Takes the field called attr out of obj.", ContainerMethods.attribute)
  static let keys = BuiltinOperator(
    unary: "keys", "list(x.keys())", "The names in x as a list."
  ) { (x) throws(OperatorException) in
    .list(try ContainerMethods.dictionary(x, "keys").keys.map { .text($0) })
  }
  static let values = BuiltinOperator(
    unary: "values", "list(x.values())", "The values in x as a list."
  ) { (x) throws(OperatorException) in .list(try ContainerMethods.dictionary(x, "values").values) }

  static let toList = BuiltinOperator(
    unary: "to_list", "list(x)", "The members of x as a list."
  ) { (x) throws(OperatorException) in .list(try ContainerMethods.members(x)) }
  static let toTuple = BuiltinOperator(
    unary: "to_tuple", "tuple(x)", "The members of x as a tuple."
  ) { (x) throws(OperatorException) in .tuple(try ContainerMethods.members(x)) }
  static let toSet = BuiltinOperator(
    unary: "to_set", "set(x)", "The distinct members of x."
  ) { (x) throws(OperatorException) in .set(TraceSet(try ContainerMethods.members(x))) }
  static let toDictionary = BuiltinOperator(
    unary: "to_dict", "dict(x)", "The pairs of name and value in x as a dictionary.",
    ContainerMethods.toDictionary)

  static let makeList = BuiltinOperator(
    variadic: "make_list", keys: ["*args"], "list(args)", "Makes a list of the inputs."
  ) { (values) throws(OperatorException) in .list(values) }
  static let makeTuple = BuiltinOperator(
    variadic: "make_tuple", keys: ["*args"], "tuple(args)", "Makes a tuple of the inputs."
  ) { (values) throws(OperatorException) in .tuple(values) }
  static let makeSet = BuiltinOperator(
    variadic: "make_set", keys: ["*args"], "set(args)", "Makes a set of the inputs."
  ) { (values) throws(OperatorException) in .set(TraceSet(values)) }

  static let containers: [BuiltinOperator] = [
    getitem, get, pop, length, attribute, keys, values, toList, toTuple, toSet, toDictionary,
    makeList, makeTuple, makeSet,
  ]
}

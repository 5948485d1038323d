// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

extension BuiltinOperator {
  static let lt = BuiltinOperator(
    binary: "lt", "x < y", "Whether x is less than y."
  ) { (x, y) throws(OperatorException) in
    .bool(try Comparison.precedes(x, y, orEqual: false, "<"))
  }
  static let le = BuiltinOperator(
    binary: "le", "x <= y", "Whether x is at most y."
  ) { (x, y) throws(OperatorException) in
    .bool(try Comparison.precedes(x, y, orEqual: true, "<="))
  }
  static let gt = BuiltinOperator(
    binary: "gt", "x > y", "Whether x is greater than y."
  ) { (x, y) throws(OperatorException) in
    .bool(try Comparison.precedes(y, x, orEqual: false, ">"))
  }
  static let ge = BuiltinOperator(
    binary: "ge", "x >= y", "Whether x is at least y."
  ) { (x, y) throws(OperatorException) in
    .bool(try Comparison.precedes(y, x, orEqual: true, ">="))
  }
  static let eq = BuiltinOperator(
    binary: "eq", "x == y", "Whether x and y are equal."
  ) { (x, y) throws(OperatorException) in .bool(Comparison.areEqual(x, y)) }
  static let neq = BuiltinOperator(
    binary: "neq", "x != y", "Whether x and y differ."
  ) { (x, y) throws(OperatorException) in .bool(!Comparison.areEqual(x, y)) }

  static let cond = BuiltinOperator(
    variadic: "cond", keys: ["condition", "x", "y"], "x if condition else y",
    "Chooses x when the condition is true, and y otherwise."
  ) { (values) throws(OperatorException) in
    Comparison.isTrue(values[0]) ? values[1] : values[2]
  }
  static let not = BuiltinOperator(
    unary: "not_", "not x", "Whether x is false."
  ) { (x) throws(OperatorException) in .bool(!Comparison.isTrue(x)) }
  static let identical = BuiltinOperator(
    binary: "is_", "x is y", "Whether x and y are of one type and equal."
  ) { (x, y) throws(OperatorException) in .bool(x == y) }
  static let notIdentical = BuiltinOperator(
    binary: "is_not", "x is not y", "Whether x and y differ in type or value."
  ) { (x, y) throws(OperatorException) in .bool(x != y) }
  static let contained = BuiltinOperator(
    binary: "in_", "x in y", "Whether x is a member or a part of y."
  ) { (x, y) throws(OperatorException) in .bool(try Comparison.isMember(x, of: y)) }
  static let notContained = BuiltinOperator(
    binary: "not_in", "x not in y", "Whether x is no member and no part of y."
  ) { (x, y) throws(OperatorException) in .bool(!(try Comparison.isMember(x, of: y))) }
  static let clone = BuiltinOperator(
    unary: "clone", "x", "Copies x."
  ) { (x) throws(OperatorException) in x }

  static let logic: [BuiltinOperator] = [
    lt, le, gt, ge, eq, neq, cond, not, identical, notIdentical, contained, notContained, clone,
  ]
}

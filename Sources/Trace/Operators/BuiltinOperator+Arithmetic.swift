// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

extension BuiltinOperator {
  static let add = BuiltinOperator(
    binary: "add", "x + y", "Adds y to x.", Arithmetic.sum)
  static let subtract = BuiltinOperator(
    binary: "subtract", "x - y", "Subtracts y from x.", Arithmetic.difference)
  static let multiply = BuiltinOperator(
    binary: "multiply", "x * y", "Multiplies x by y.", Arithmetic.product)
  static let divide = BuiltinOperator(
    binary: "divide", "x / y", "Divides x by y.", Arithmetic.quotient)
  static let floorDivide = BuiltinOperator(
    binary: "floor_divide", "x // y", "Divides x by y and rounds down.", Arithmetic.floorQuotient)
  static let mod = BuiltinOperator(
    binary: "mod", "x % y", "The remainder of x divided by y, with the sign of y.",
    Arithmetic.remainder)
  static let divmod = BuiltinOperator(
    binary: "node_divmod", "divmod(x, y)",
    "The rounded down quotient of x and y, and the remainder."
  ) { (x, y) throws(OperatorException) in
    .tuple([try Arithmetic.floorQuotient(x, y), try Arithmetic.remainder(x, y)])
  }
  static let power = BuiltinOperator(
    binary: "power", "x ** y", "Raises x to the power of y.", Arithmetic.power)

  static let neg = BuiltinOperator(
    unary: "neg", "-x", "The negative of x.", Arithmetic.negative)
  static let pos = BuiltinOperator(
    unary: "pos", "+x", "The number x with its sign.", Arithmetic.positive)
  static let abs = BuiltinOperator(
    unary: "abs", "abs(x)", "The absolute value of x.", Arithmetic.magnitude)
  static let invert = BuiltinOperator(
    unary: "invert", "~x", "The number x with all its bits flipped.", Arithmetic.bitwiseNot)
  static let round = BuiltinOperator(
    binary: "round", keys: ["x", "n"], "round(x, n)",
    "Rounds x to n decimals, or to a whole number when n is None.", Arithmetic.rounded)
  static let floor = BuiltinOperator(
    unary: "floor", "math.floor(x)", "Rounds x down to a whole number."
  ) { (x) throws(OperatorException) in try Arithmetic.whole(x, .down, "floor") }
  static let ceil = BuiltinOperator(
    unary: "ceil", "math.ceil(x)", "Rounds x up to a whole number."
  ) { (x) throws(OperatorException) in try Arithmetic.whole(x, .up, "ceil") }
  static let trunc = BuiltinOperator(
    unary: "trunc", "math.trunc(x)", "Drops the decimals of x."
  ) { (x) throws(OperatorException) in try Arithmetic.whole(x, .towardZero, "trunc") }

  static let and = BuiltinOperator(
    binary: "and_", "x & y", "The bits or members that x and y share.", Arithmetic.bitwiseAnd)
  static let or = BuiltinOperator(
    binary: "or_", "x | y", "The bits or members of x and y together.", Arithmetic.bitwiseOr)
  static let xor = BuiltinOperator(
    binary: "xor", "x ^ y", "The bits or members that only one of x and y has.",
    Arithmetic.bitwiseXor)
  static let lshift = BuiltinOperator(
    binary: "lshift", "x << y", "Shifts the bits of x to the left by y places.",
    Arithmetic.leftShift)
  static let rshift = BuiltinOperator(
    binary: "rshift", "x >> y", "Shifts the bits of x to the right by y places.",
    Arithmetic.rightShift)

  static let arithmetic: [BuiltinOperator] = [
    add, subtract, multiply, divide, floorDivide, mod, divmod, power, neg, pos, abs, invert, round,
    floor, ceil, trunc, and, or, xor, lshift, rshift,
  ]
}

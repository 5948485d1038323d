// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

extension BuiltinOperator {
  static let concat = BuiltinOperator(
    binary: "concat", "x + y", "Writes y after x.", Arithmetic.sum)
  static let lower = text("lower", "Writes x in lower case.", TextMethods.lowered)
  static let upper = text("upper", "Writes x in upper case.", TextMethods.uppered)
  static let title = text(
    "title", "Writes each word of x with a capital and the rest in lower case.",
    TextMethods.titled)
  static let capitalize = text(
    "capitalize", "Writes x with a capital first and the rest in lower case.",
    TextMethods.capitalized)
  static let swapcase = text(
    "swapcase", "Swaps upper and lower case in x.", TextMethods.caseSwapped)
  static let split = BuiltinOperator(
    variadic: "split", keys: ["x", "y", "maxsplit"], "x.split(y, maxsplit)",
    "Cuts x at every y, at most maxsplit times, or at white space when y is None."
  ) { (values) throws(OperatorException) in
    try TextMethods.split(values[0], values[1], values[2])
  }
  static let strip = BuiltinOperator(
    binary: "strip", keys: ["x", "chars"], "x.strip(chars)",
    "Takes the characters in chars, or white space when chars is None, from both ends of x.",
    TextMethods.stripped)
  static let replace = BuiltinOperator(
    variadic: "replace", keys: ["x", "old", "new", "count"], "x.replace(old, new, count)",
    "Puts new for old in x, at most count times when count is not negative."
  ) { (values) throws(OperatorException) in try TextMethods.replaced(values) }
  static let join = BuiltinOperator(
    variadic: "join", keys: ["x", "*y"], "x.join(y)", "Joins all texts of y with x between them."
  ) { (values) throws(OperatorException) in try TextMethods.joined(values) }
  static let ord = BuiltinOperator(
    unary: "ord_", "ord(x)", "The Unicode number of the character x.", TextMethods.unicodeNumber)
  static let chr = BuiltinOperator(
    unary: "chr_", "chr(x)", "The character with the Unicode number x.", TextMethods.character)

  static let text: [BuiltinOperator] = [
    concat, lower, upper, title, capitalize, swapcase, split, strip, replace, join, ord, chr,
  ]

  private static func text(
    _ name: String, _ summary: String, _ transform: @escaping @Sendable (String) -> String
  ) -> BuiltinOperator {
    BuiltinOperator(unary: name, "x.\(name)()", summary) { (x) throws(OperatorException) in
      .text(transform(try TextMethods.text(x, name)))
    }
  }
}

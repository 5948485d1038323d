// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// A worked solution as its text tells it: a line for each step, and the answer after `#### `.
struct WorkedSolution {
  struct Step {
    /// What stands before the mark.
    let words: String
    /// What GSM8K's calculator is given.
    let expression: String
    let result: Rational

    /// The numbers of the expression, each once.
    var operands: Set<Rational> { Rational.all(in: expression) }
  }

  let steps: [Step]
  let answer: String

  /// Reads a text, or gives nil when a line is not of the form.
  init?(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let last = lines.last, last.hasPrefix("#### ") else { return nil }
    answer = String(last.dropFirst(5))
    var steps: [Step] = []
    for line in lines.dropLast() {
      guard let step = Step(line) else { return nil }
      steps.append(step)
    }
    self.steps = steps
  }
}

extension WorkedSolution.Step {
  fileprivate init?(_ line: Substring) {
    let halves = line.split(separator: " = <<")
    guard halves.count == 2 else { return nil }
    let results = halves[1].split(separator: ">>")
    let sides = results[0].split(separator: "=")
    guard results.count == 2, sides.count == 2, sides[1] == results[1], let result = Int(sides[1])
    else { return nil }
    self.init(words: String(halves[0]), expression: String(sides[0]), result: Rational(result))
  }

  /// The value of the expression as Python has it, but in exact fractions; nil when it is none.
  var value: Rational? {
    var signs = Array(expression)[...]
    let value = Self.sum(&signs)
    return signs.isEmpty ? value : nil
  }

  /// What the words say, by what dividing and rounding mean; nil when they say something else.
  var valueOfWords: Rational? {
    var parts = words.split(separator: " ").map(String.init)
    let isRemainder = parts.starts(with: ["remainder", "of"])
    if isRemainder { parts.removeFirst(2) }
    guard parts.count >= 3, let first = Int(parts[0]).map({ Rational($0) }),
      let second = Int(parts[2].prefix(while: \.isNumber)).map({ Rational($0) })
    else { return nil }
    switch (isRemainder, parts[1], parts[2...].joined(separator: " ").drop(while: \.isNumber)) {
    case (false, "+", ""): return first + second
    case (false, "-", ""): return first - second
    case (false, "*", ""): return first * second
    case (false, "/", ""): return first / second
    case (false, "/", ", rounded down"): return (first / second).floor
    case (false, "/", ", rounded up"): return (first / second).ceiling
    case (true, "/", ""): return first - (first / second).floor * second
    default: return nil
    }
  }

  private static func sum(_ signs: inout ArraySlice<Character>) -> Rational? {
    guard var value = product(&signs) else { return nil }
    while let sign = signs.first, sign == "+" || sign == "-" {
      signs.removeFirst()
      guard let next = product(&signs) else { return nil }
      value = sign == "+" ? value + next : value - next
    }
    return value
  }

  private static func product(_ signs: inout ArraySlice<Character>) -> Rational? {
    guard var value = factor(&signs) else { return nil }
    while let sign = signs.first, sign == "*" || sign == "/" {
      signs.removeFirst()
      let isRounded = sign == "/" && signs.first == "/"
      if isRounded { signs.removeFirst() }
      guard let next = factor(&signs), sign == "*" || next != 0 else { return nil }
      value = sign == "*" ? value * next : isRounded ? (value / next).floor : value / next
    }
    return value
  }

  private static func factor(_ signs: inout ArraySlice<Character>) -> Rational? {
    switch signs.first {
    case "-":
      signs.removeFirst()
      return factor(&signs).map { $0 * -1 }
    case "(":
      signs.removeFirst()
      let value = sum(&signs)
      return signs.popFirst() == ")" ? value : nil
    default:
      let digits = signs.prefix(while: \.isNumber)
      signs.removeFirst(digits.count)
      return Int(String(digits)).map { Rational($0) }
    }
  }
}

extension Rational {
  /// The whole numbers in a text, each once.
  static func all(in text: String) -> Set<Rational> {
    Set(text.split { !$0.isNumber }.compactMap { Int($0) }.map { Rational($0) })
  }
}

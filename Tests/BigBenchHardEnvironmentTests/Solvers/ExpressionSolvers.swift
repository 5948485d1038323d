// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Reduces the innermost parentheses first, then splits at `or`, then at `and`.
func solveBooleanExpression(_ text: String) -> String? {
  guard text.hasSuffix(" is") else { return nil }
  var tokens = text.dropLast(3).split(separator: " ").map(String.init)
  while let close = tokens.firstIndex(of: ")") {
    guard let open = tokens[..<close].lastIndex(of: "(") else { return nil }
    guard let value = flatValue(tokens[(open + 1)..<close]) else { return nil }
    tokens.replaceSubrange(open...close, with: [value ? "True" : "False"])
  }
  return flatValue(tokens[...]).map { $0 ? "True" : "False" }
}

private func flatValue(_ tokens: ArraySlice<String>) -> Bool? {
  var isTrue = false
  for alternative in tokens.split(separator: "or", omittingEmptySubsequences: false) {
    var allHold = true
    for factor in alternative.split(separator: "and", omittingEmptySubsequences: false) {
      guard let constant = factor.last, ["True", "False"].contains(constant) else { return nil }
      guard factor.dropLast().allSatisfy({ $0 == "not" }) else { return nil }
      let value = (constant == "True") != !(factor.count - 1).isMultiple(of: 2)
      allHold = allHold && value
    }
    isTrue = isTrue || allHold
  }
  return isTrue
}

/// Turns the expression into postfix order with a stack of operators, then evaluates it.
func solveArithmetic(_ text: String) -> String? {
  guard text.hasSuffix(" =") else { return nil }
  let spaced = text.dropLast(2).replacing("(", with: "( ").replacing(")", with: " )")
  let rank = ["+": 1, "-": 1, "*": 2]
  var operators: [String] = []
  var values: [Int] = []
  func reduce() -> Bool {
    guard let operation = operators.popLast(), let right = values.popLast(),
      let left = values.popLast()
    else { return false }
    values.append(operation == "+" ? left + right : operation == "-" ? left - right : left * right)
    return true
  }
  for token in spaced.split(separator: " ").map(String.init) {
    if let number = Int(token) {
      values.append(number)
    } else if token == "(" {
      operators.append(token)
    } else if token == ")" {
      while operators.last != "(" { guard reduce() else { return nil } }
      operators.removeLast()
    } else if let own = rank[token] {
      while let last = operators.last.flatMap({ rank[$0] }), last >= own {
        guard reduce() else { return nil }
      }
      operators.append(token)
    } else {
      return nil
    }
  }
  while !operators.isEmpty { guard reduce() else { return nil } }
  return values.count == 1 ? String(values[0]) : nil
}

/// Deletes matched pairs until none is left, then closes what remains from the end.
func solveDyckLanguage(_ text: String) -> String? {
  guard var rest = text.components(after: "Input: ").after?.replacing(" ", with: "") else {
    return nil
  }
  let pairs = ["()", "[]", "{}", "<>"]
  var length = -1
  while length != rest.count {
    length = rest.count
    for pair in pairs { rest = rest.replacing(pair, with: "") }
  }
  let closing: [Character: String] = ["(": ")", "[": "]", "{": "}", "<": ">"]
  let answer = rest.reversed().compactMap { closing[$0] }
  return answer.count == rest.count ? answer.joined(separator: " ") : nil
}

/// Selects the smallest word again and again.
func solveWordSorting(_ text: String) -> String? {
  guard var rest = text.components(after: "List: ").after?.words, !rest.isEmpty else { return nil }
  var sorted: [String] = []
  while !rest.isEmpty {
    var least = 0
    for place in rest.indices where Array(rest[place].utf8).isBefore(Array(rest[least].utf8)) {
      least = place
    }
    sorted.append(rest.remove(at: least))
  }
  return sorted.joined(separator: " ")
}

extension [UInt8] {
  fileprivate func isBefore(_ other: [UInt8]) -> Bool {
    for (own, their) in zip(self, other) where own != their { return own < their }
    return count < other.count
  }
}

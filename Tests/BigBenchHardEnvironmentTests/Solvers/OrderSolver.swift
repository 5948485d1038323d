// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Builds the order place by place, leaving a branch as soon as a clue fails, and reads the options
/// against the only order that is left.
func solveLogicalDeduction(_ text: String) -> String? {
  let item = ItemText(text)
  let parts = item.question.components(after: ": ")
  guard let rest = parts.after, let stop = rest.firstIndex(of: ".") else { return nil }
  let objects = rest[..<stop].replacing(", and ", with: ", ").split(separator: ", ").map { entry in
    let words = String(entry).words
    return (["a", "an"].contains(words[0]) ? Array(words.dropFirst()) : words)
      .joined(separator: " ")
  }
  let reader = OrderReader(objects: objects)
  let sentences = rest[rest.index(after: stop)...].split(separator: ".").map { String($0) }
    .filter { !$0.words.isEmpty }
  let clues = sentences.compactMap(reader.fact)
  guard clues.count == sentences.count else { return nil }
  var solutions: [[Int]] = []
  func extend(_ order: [Int]) {
    guard !clues.contains(where: { $0.fails(in: order, of: objects.count) }) else { return }
    if order.count == objects.count { solutions.append(order) }
    for object in objects.indices where !order.contains(object) { extend(order + [object]) }
  }
  extend([])
  guard solutions.count == 1 else { return nil }
  return item.letter { option in
    reader.fact(in: option).map { !$0.fails(in: solutions[0], of: objects.count) } ?? false
  }
}

private enum OrderFact {
  case before(Int, Int)
  case rank(Int, Int)
  case rankFromBack(Int, Int)

  /// Whether the beginning of an order rules the fact out.
  func fails(in order: [Int], of count: Int) -> Bool {
    switch self {
    case .before(let object, let other):
      guard let place = order.firstIndex(of: other) else { return false }
      return !order[..<place].contains(object)
    case .rank(let object, let rank):
      return order.count >= rank && order[rank - 1] != object
    case .rankFromBack(let object, let rank):
      return OrderFact.rank(object, count + 1 - rank).fails(in: order, of: count)
    }
  }
}

private struct OrderReader {
  let objects: [String]

  func fact(in sentence: String) -> OrderFact? {
    var mentioned: [(object: Int, place: String.Index)] = []
    for (object, name) in objects.enumerated() {
      guard let range = " \(sentence) ".firstRange(of: " \(name) ") else { continue }
      mentioned.append((object, range.lowerBound))
    }
    mentioned.sort { $0.place < $1.place }
    guard let first = mentioned.first?.object else { return nil }
    if mentioned.count == 2 {
      let second = mentioned[1].object
      if Self.before.contains(where: sentence.contains) { return .before(first, second) }
      if Self.after.contains(where: sentence.contains) { return .before(second, first) }
      return nil
    }
    let words = sentence.split { !$0.isLetter }.map(String.init)
    let rank = Self.ordinals.firstIndex(where: words.contains).map { $0 + 1 } ?? 1
    let isBack = ["right", "rightmost", "oldest", "expensive", "last"].contains(
      where: words.contains)
    return isBack ? .rankFromBack(first, rank) : .rank(first, rank)
  }

  private static let ordinals = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh",
  ]

  private static let before = [
    " left of ", " newer than ", " less expensive than ", " above ", " less than ", " ahead of ",
  ]

  private static let after = [
    " right of ", " older than ", " more expensive than ", " below ", " more than ", " behind ",
  ]
}

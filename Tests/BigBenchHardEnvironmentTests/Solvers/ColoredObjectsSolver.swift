// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Reads the objects into a list and answers by filtering it.
func solveColoredObjects(_ text: String) -> String? {
  let item = ItemText(text)
  guard let stop = item.question.firstRange(of: ". ") else { return nil }
  let listing = String(item.question[..<stop.lowerBound])
  let question = String(item.question[stop.upperBound...]).replacing("color", with: "colour")
  guard let things = ColoredThing.list(in: listing) else { return nil }
  guard let answer = ColoredObjectsAnswer(things: things).answer(to: question) else { return nil }
  return item.letter { $0 == answer }
}

private let numberWords = [
  "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
  "twelve", "thirteen", "fourteen", "fifteen", "sixteen",
]

private struct ColoredThing {
  let count: Int
  let color: String
  let noun: String

  static func list(in sentence: String) -> [ColoredThing]? {
    let openings = [": ", " there is ", " there are ", " see "]
    guard let opening = openings.first(where: { sentence.contains($0) }) else { return nil }
    let list = sentence.components(after: opening).after ?? ""
    let entries = list.replacing(", and ", with: ", ").replacing(" and ", with: ", ")
      .split(separator: ", ").map { String($0).words }
    let things = entries.compactMap { words -> ColoredThing? in
      let counts = ["a": 1, "an": 1]
      guard words.count >= 3, let count = counts[words[0]] ?? numberWords.firstIndex(of: words[0])
      else { return nil }
      let noun = singular(words.dropFirst(2).joined(separator: " "))
      return ColoredThing(count: count, color: words[1], noun: noun)
    }
    return things.count == entries.count ? things : nil
  }
}

/// The singular of a noun that may be in the plural: `boxes`, `pairs of sunglasses`.
private func singular(_ noun: String) -> String {
  if let of = noun.firstRange(of: " of ") {
    return singular(String(noun[..<of.lowerBound])) + noun[of.lowerBound...]
  }
  let takesES = ["shes", "xes", "ches"].contains { noun.hasSuffix($0) }
  return takesES ? String(noun.dropLast(2)) : noun.hasSuffix("s") ? String(noun.dropLast()) : noun
}

private struct ColoredObjectsAnswer {
  let things: [ColoredThing]

  func answer(to question: String) -> String? {
    if question.contains("neither") { return countOfOthers(question) }
    if question.contains(" all the ") { return countOfRemaining(question) }
    if question.contains("non-") || question.contains("that are not ") {
      return countBeside(question)
    }
    if question.contains("left-most") || question.contains("leftmost") {
      return things.first?.color
    }
    if question.contains("right-most") || question.contains("rightmost") {
      return things.last?.color
    }
    if let reference = question.text(between: "furthest from the ", and: "?") {
      guard let place = place(of: reference) else { return nil }
      return place > things.count - 1 - place ? things.first?.color : things.last?.color
    }
    if let side = question.text(between: "directly to the ", and: " of the "),
      let reference = question.text(between: " of the \(side) of the ", and: "?")
        ?? question.text(between: "\(side) of the ", and: "?")
    {
      guard let place = place(of: reference) else { return nil }
      let neighbour = side == "left" ? place - 1 : place + 1
      return things.indices.contains(neighbour) ? things[neighbour].color : nil
    }
    return colorQuestion(question)
  }

  private func colorQuestion(_ question: String) -> String? {
    for opening in ["What colour is the ", "What colour are the "] {
      guard let noun = question.text(between: opening, and: "?") else { continue }
      return things.first { $0.noun == singular(noun) }?.color
    }
    let words = question.dropLast().split(separator: " ").map(String.init)
    guard ["Is", "Are"].contains(words[0]), let color = words.last else { return nil }
    let noun = singular(words.dropFirst(2).dropLast().joined(separator: " "))
    return things.first { $0.noun == noun }.map { $0.color == color ? "yes" : "no" }
  }

  private func countOfOthers(_ question: String) -> String? {
    guard let first = question.text(between: "neither ", and: " nor "),
      let second = question.text(between: " nor ", and: "?")
    else { return nil }
    return number(of: things.filter { ![first, second].contains($0.color) })
  }

  private func countBeside(_ question: String) -> String? {
    let color =
      question.text(between: "non-", and: " ") ?? question.text(between: "that are not ", and: " ")
    guard let side = ["left", "right"].first(where: { question.contains("to the \($0) of the ") }),
      let reference = question.text(between: "to the \(side) of the ", and: "?"),
      let place = place(of: reference)
    else { return nil }
    let beside = side == "left" ? things[..<place] : things[(place + 1)...]
    return number(of: beside.filter { $0.color != color })
  }

  private func countOfRemaining(_ question: String) -> String? {
    guard
      let removed = question.text(between: " all the ", and: " from the ")
        ?? question.text(between: " all the ", and: " away"),
      let counted = question.text(between: "ow many ", and: " remain")
        ?? question.text(between: "ow many ", and: " are left")
    else { return nil }
    return number(of: things.filter { !fits($0, removed) && fits($0, counted) })
  }

  /// Whether a phrase such as `red objects` or `mugs` is about a thing.
  private func fits(_ thing: ColoredThing, _ phrase: String) -> Bool {
    let words = phrase.words
    if words.count == 2, ["object", "item", "thing"].contains(singular(words[1])) {
      return thing.color == words[0]
    }
    return thing.noun == singular(phrase)
  }

  private func place(of reference: String) -> Int? { things.firstIndex { fits($0, reference) } }

  private func number(of things: [ColoredThing]) -> String? {
    let count = things.reduce(0) { $0 + $1.count }
    return numberWords.indices.contains(count) ? numberWords[count] : nil
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets

/// A question about tables of animals, with five options of which one is right.
struct AnimalQuestion {
  let text: String
  let options: [String]
  let answer: String

  private typealias Animal = AnimalTables.Animal

  /// A column of numbers, with the words that questions use for it.
  private struct Column {
    let value: @Sendable (Animal) -> Int
    let noun: String
    let most: String
    let least: String
    let total: String
    let unit: String

    static let all = [
      Column(
        value: { $0.age }, noun: "age", most: "oldest", least: "youngest", total: "ages",
        unit: "years"),
      Column(
        value: { $0.height }, noun: "height", most: "tallest", least: "shortest",
        total: "heights in cm", unit: "cm"),
      Column(
        value: { $0.weight }, noun: "weight", most: "heaviest", least: "lightest",
        total: "weights in kg", unit: "kg"),
    ]
  }

  /// Draws a question; `nil` when this attempt came to nothing.
  init?(about tables: AnimalTables, _ stream: inout SeededStream) {
    let asksForSeals = !tables.seals.isEmpty && stream.chance(40)
    let animals = asksForSeals ? tables.seals : tables.penguins
    let kind = asksForSeals ? "seal" : "penguin"
    let names =
      asksForSeals
      ? tables.seals.map(\.name) + [stream.element(of: tables.penguins).name] : tables.penguinNames
    let drawn: (text: String, answer: Answer)? =
      switch stream.integer(in: 0...6) {
      case 0: Self.extreme(of: animals, kind, &stream)
      case 1: Self.place(of: animals, kind, &stream)
      case 2: Self.between(animals, kind, &stream)
      case 3: Self.count(of: animals, kind, &stream)
      case 4: Self.total(of: animals, kind, &stream)
      case 5: Self.lookUp(animals, kind, &stream)
      default: Self.size(of: tables)
      }
    guard let drawn else { return nil }
    text = drawn.text
    switch drawn.answer {
    case .name(let name):
      answer = name
      options = names
    case .number(let number):
      answer = String(number)
      options = Self.numbers(around: number, &stream).map(String.init)
    }
  }

  private enum Answer {
    case name(String)
    case number(Int)
  }

  private static func extreme(
    of animals: [Animal],
    _ kind: String,
    _ stream: inout SeededStream
  ) -> (String, Answer)? {
    let column = stream.element(of: Column.all)
    let rank = stream.integer(in: 1...2)
    let isMost = stream.chance(50)
    let sorted = animals.sorted { column.value($0) < column.value($1) }
    guard sorted.count > 2 else { return nil }
    let animal = isMost ? sorted[sorted.count - rank] : sorted[rank - 1]
    let word = isMost ? column.most : column.least
    return ("Which is the \(rank == 1 ? "" : "second ")\(word) \(kind)?", .name(animal.name))
  }

  private static func place(
    of animals: [Animal],
    _ kind: String,
    _ stream: inout SeededStream
  ) -> (String, Answer)? {
    let isFirst = stream.chance(50)
    let isSorted = stream.chance(50)
    let names = isSorted ? animals.map(\.name).sorted() : animals.map(\.name)
    guard let name = isFirst ? names.first : names.last else { return nil }
    let ending = isSorted ? " in alphabetical order" : " in the table"
    return ("What is the name of the \(isFirst ? "first" : "last") \(kind)\(ending)?", .name(name))
  }

  private static func between(
    _ animals: [Animal],
    _ kind: String,
    _ stream: inout SeededStream
  ) -> (String, Answer)? {
    let (younger, older) = (stream.element(of: animals), stream.element(of: animals))
    let matches = animals.filter { $0.age > younger.age && $0.age < older.age }
    guard matches.count == 1 else { return nil }
    let text = "Which \(kind) is older than \(younger.name) and younger than \(older.name)?"
    return (text, .name(matches[0].name))
  }

  private static func count(
    of animals: [Animal],
    _ kind: String,
    _ stream: inout SeededStream
  ) -> (String, Answer)? {
    let (age, weight) = (stream.element(of: animals).age, stream.element(of: animals).weight)
    let (isOlder, isHeavier) = (stream.chance(50), stream.chance(50))
    let matches = animals.filter { isOlder ? $0.age > age : $0.age < age }
    let text = "How many \(kind)s are \(isOlder ? "more" : "less") than \(age) years old"
    guard stream.chance(50) else { return (text + "?", .number(matches.count)) }
    let both = matches.filter { isHeavier ? $0.weight > weight : $0.weight < weight }
    let condition = " and weigh \(isHeavier ? "more" : "less") than \(weight) kg?"
    return (text + condition, .number(both.count))
  }

  private static func total(
    of animals: [Animal],
    _ kind: String,
    _ stream: inout SeededStream
  ) -> (String, Answer)? {
    let column = stream.element(of: Column.all)
    let sum = animals.reduce(0) { $0 + column.value($1) }
    guard stream.chance(50) else {
      return ("What is the sum of the \(column.total) of the \(kind)s?", .number(sum))
    }
    guard sum.isMultiple(of: animals.count) else { return nil }
    let text = "What is the average of the \(column.total) of the \(kind)s?"
    return (text, .number(sum / animals.count))
  }

  private static func lookUp(
    _ animals: [Animal],
    _ kind: String,
    _ stream: inout SeededStream
  ) -> (String, Answer)? {
    let column = stream.element(of: Column.all)
    let animal = stream.element(of: animals)
    let value = column.value(animal)
    guard stream.chance(50) else {
      let text = "What is the name of the \(kind) whose \(column.noun) is \(value) \(column.unit)?"
      return (text, .name(animal.name))
    }
    return ("What is the \(column.noun) of \(animal.name)?", .number(value))
  }

  private static func size(of tables: AnimalTables) -> (String, Answer)? {
    guard !tables.seals.isEmpty else {
      return ("How many penguins are in the table?", .number(tables.penguins.count))
    }
    let count = tables.penguins.count + tables.seals.count
    return ("How many animals are in the tables?", .number(count))
  }

  /// Five numbers in ascending order, the given one among them at a random place.
  private static func numbers(around number: Int, _ stream: inout SeededStream) -> [Int] {
    let step = number >= 100 && number.isMultiple(of: 10) ? 10 : 1
    let others = (-5...5).map { number + $0 * step }.filter { $0 >= 0 && $0 != number }
    return (stream.sample(4, of: others) + [number]).sorted()
  }
}

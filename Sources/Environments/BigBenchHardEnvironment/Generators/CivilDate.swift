// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// A day of the Gregorian calendar, also for years before it was introduced.
struct CivilDate: Sendable, Hashable {
  /// The year, 1 or later.
  let year: Int
  /// The month, 1...12.
  let month: Int
  /// The day of the month, from 1.
  let day: Int

  /// Takes a date, or `nil` when the month has no such day.
  init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), (1...Self.length(of: month, year)).contains(day) else {
      return nil
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day with a number, counted from 1 January of the year 1 as 0.
  ///
  /// - Complexity: O(*n*) in the year, which is small enough here.
  init(dayNumber: Int) {
    var year = 1 + dayNumber / 366
    while Self.daysBefore(year: year + 1) <= dayNumber { year += 1 }
    var left = dayNumber - Self.daysBefore(year: year)
    var month = 1
    while left >= Self.length(of: month, year) {
      left -= Self.length(of: month, year)
      month += 1
    }
    self.year = year
    self.month = month
    day = left + 1
  }

  /// Days since 1 January of the year 1.
  var dayNumber: Int {
    let months = (1..<month).reduce(0) { $0 + Self.length(of: $1, year) }
    return Self.daysBefore(year: year) + months + day - 1
  }

  /// The day of the week, 0 for Monday.
  var weekday: Int { dayNumber % 7 }

  /// The day so many days later, or earlier for a negative number.
  func adding(days: Int) -> CivilDate { CivilDate(dayNumber: dayNumber + days) }

  /// The same day of another month, or `nil` when that month is too short.
  func adding(months: Int) -> CivilDate? {
    let total = year * 12 + month - 1 + months
    return CivilDate(year: total / 12, month: total % 12 + 1, day: day)
  }

  /// The date as `MM/DD/YYYY`.
  var text: String { "\(Self.padded(month, 2))/\(Self.padded(day, 2))/\(Self.padded(year, 4))" }

  /// The date as `DD/MM/YYYY`.
  var dayFirstText: String {
    "\(Self.padded(day, 2))/\(Self.padded(month, 2))/\(Self.padded(year, 4))"
  }

  /// How many days a month of 1...12 has.
  static func length(of month: Int, _ year: Int) -> Int {
    switch month {
    case 2:
      year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func daysBefore(year: Int) -> Int {
    let years = year - 1
    return years * 365 + years / 4 - years / 100 + years / 400
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import HTTPTransport

/// Reads how long a server asks to wait.
enum ServerDelay {
  /// The wait that the headers ask for, or nil when they ask for none.
  ///
  /// A date is compared with the server's own clock, so that this machine's clock does not matter.
  static func read(from headers: [HTTPHeader]) -> Duration? {
    if let text = headers.value(named: "retry-after-ms"), let milliseconds = Double(text),
      milliseconds >= 0, milliseconds.isFinite
    {
      return .seconds(milliseconds / 1000)
    }
    guard let text = headers.value(named: "retry-after") else { return nil }
    if let seconds = Double(text) {
      return seconds >= 0 && seconds.isFinite ? .seconds(seconds) : nil
    }
    guard let then = seconds(ofDate: text), let sent = headers.value(named: "date"),
      let now = seconds(ofDate: sent)
    else { return nil }
    return .seconds(max(0, then - now))
  }

  /// Seconds since 1970 of a date as HTTP writes it, `Sun, 06 Nov 1994 08:49:37 GMT`.
  static func seconds(ofDate text: String) -> Int? {
    let names = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let parts = text.split(separator: " ")
    guard parts.count == 6, parts[5] == "GMT", let day = Int(parts[1]),
      let month = names.firstIndex(of: String(parts[2])), let year = Int(parts[3])
    else { return nil }
    let time = parts[4].split(separator: ":").compactMap { Int($0) }
    guard time.count == 3 else { return nil }
    return seconds(year: year, month: month, day: day, time: time)
  }

  /// Seconds since 1970 of a time as Anthropic writes it, `2026-01-31T23:59:59Z`.
  static func seconds(ofTimestamp text: String) -> Int? {
    let form = /(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d+)?Z/
    guard let match = text.wholeMatch(of: form), let year = Int(match.1),
      let month = Int(match.2), (1...12).contains(month), let day = Int(match.3)
    else { return nil }
    let time = [match.4, match.5, match.6].compactMap { Int($0) }
    return seconds(year: year, month: month - 1, day: day, time: time)
  }

  /// Seconds since 1970; months count from 0.
  private static func seconds(year: Int, month: Int, day: Int, time: [Int]) -> Int {
    // Days since 1970 of a Gregorian date whose years start in March, so that a leap day is last.
    let shifted = month < 2 ? year - 1 : year
    let monthOfYear = (month + 10) % 12
    let dayOfYear = (153 * monthOfYear + 2) / 5 + day - 1
    let days =
      shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 719_468
    return ((days * 24 + time[0]) * 60 + time[1]) * 60 + time[2]
  }
}

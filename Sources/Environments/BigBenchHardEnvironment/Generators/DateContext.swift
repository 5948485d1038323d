// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets

/// A way to tell someone what day it is without saying so outright.
struct DateContext: Sendable {
  /// Draws the sentences and the date of today; `nil` when this attempt came to nothing.
  let tell: @Sendable (inout SeededStream) -> (story: String, today: CivilDate)?

  private init(_ tell: @escaping @Sendable (inout SeededStream) -> (String, CivilDate)?) {
    self.tell = tell
  }

  static let all = plain + relative + counted + named + told

  private static let plain = [
    DateContext { stream in
      let today = date(&stream)
      return ("Today is \(written(today, &stream)).", today)
    },
    DateContext { stream in
      let today = date(&stream)
      let story = """
        In Britain the day is written before the month, and so today's date is written \
        \(today.dayFirstText) there.
        """
      return (story, today)
    },
    DateContext { stream in
      let today = date(&stream)
      let hour = stream.integer(in: 1...11)
      return ("The clock shows \(hour) in the morning of \(written(today, &stream)).", today)
    },
  ]

  private static let relative = [
    DateContext { stream in
      let today = date(&stream)
      return ("Tomorrow is \(written(today.adding(days: 1), &stream)).", today)
    },
    DateContext { stream in
      let today = date(&stream)
      return ("Yesterday was \(written(today.adding(days: -1), &stream)).", today)
    },
    DateContext { stream in
      let today = date(&stream)
      return ("The day before yesterday was \(written(today.adding(days: -2), &stream)).", today)
    },
    DateContext { stream in
      let today = date(&stream)
      return ("A week ago it was \(written(today.adding(days: -7), &stream)).", today)
    },
    DateContext { stream in
      let today = date(&stream)
      let flight = written(today.adding(days: 1), &stream)
      return ("\(person(&stream)) has a ticket for tomorrow's train, that of \(flight).", today)
    },
  ]

  private static let counted = [
    DateContext { stream in
      let today = date(&stream)
      let days = stream.integer(in: 2...9)
      let due = written(today.adding(days: days), &stream)
      return ("\(person(&stream))'s essay is due on \(due), which is \(days) days from now.", today)
    },
    DateContext { stream in
      let today = date(&stream)
      let days = stream.integer(in: 11...200)
      let start = written(today.adding(days: -days), &stream)
      let story =
        "\(person(&stream)) moved house on \(start). \(days) days have gone by since then."
      return (story, today)
    },
    DateContext { stream in
      let first = date(&stream)
      let jars = stream.integer(in: 10...60)
      let story = """
        On \(written(first, &stream)), \(person(&stream)) had \(jars) jars of jam and opened the \
        first one. One jar was opened on each day, and today the last one is.
        """
      return (story, first.adding(days: jars - 1))
    },
    DateContext { stream in
      let year = stream.integer(in: 1950...2030)
      let days = stream.integer(in: 1...4)
      guard let newYear = CivilDate(year: year, month: 1, day: 1) else { return nil }
      let story = "It is noon, and in \(days * 24 - 12) hours the year \(year) begins."
      return (story, newYear.adding(days: -days))
    },
    DateContext { stream in
      let first = date(&stream)
      let visits = stream.integer(in: 2...9)
      guard first.day <= 28, let today = first.adding(months: visits - 1) else { return nil }
      let story = """
        \(person(&stream)) has a haircut on day \(first.day) of every month, the first of them in \
        \(months[first.month - 1]) \(first.year). Today is haircut number \(visits).
        """
      return (story, today)
    },
  ]

  private static let named = [
    DateContext { stream in
      let (year, month) = (stream.integer(in: 1900...2030), stream.integer(in: 1...12))
      let isFirst = stream.chance(30)
      let day = isFirst ? 1 : CivilDate.length(of: month, year)
      guard let today = CivilDate(year: year, month: month, day: day) else { return nil }
      let end = isFirst ? "first" : "last"
      return ("Today is the \(end) day of \(months[month - 1]) \(year).", today)
    },
    DateContext { stream in
      let (year, quarter) = (stream.integer(in: 1900...2030), stream.integer(in: 1...4))
      let month = quarter * 3
      let day = CivilDate.length(of: month, year)
      guard let today = CivilDate(year: year, month: month, day: day) else { return nil }
      return ("Today the \(Phrase.ordinal(quarter)) quarter of \(year) ends.", today)
    },
    DateContext { stream in
      let today = date(&stream)
      let week = (today.day - 1) / 7 + 1
      guard week <= 4 else { return nil }
      let story = """
        Today is the \(Phrase.ordinal(week)) \(weekdays[today.weekday]) of \
        \(months[today.month - 1]) \(today.year).
        """
      return (story, today)
    },
  ]

  private static let told = [
    DateContext { stream in
      let today = date(&stream)
      let other = today.adding(days: stream.chance(50) ? 1 : -1)
      let people = stream.sample(2, of: names)
      let isFirst = stream.chance(50)
      let dates = isFirst ? [today, other] : [other, today]
      let story = """
        \(people[0]) says that today is \(written(dates[0], &stream)), and \(people[1]) says that \
        it is \(written(dates[1], &stream)). \(people[isFirst ? 0 : 1]) is right.
        """
      return (story, today)
    },
    DateContext { stream in
      let first = date(&stream)
      let years = stream.integer(in: 2...25)
      guard first.day <= 28, let today = first.adding(months: 12 * years) else { return nil }
      let people = stream.sample(2, of: names)
      let story = """
        \(people[0]) and \(people[1]) opened their shop on \(written(first, &stream)). Today it \
        has existed for exactly \(years) years.
        """
      return (story, today)
    },
    DateContext { stream in
      let planned = date(&stream)
      let days = stream.integer(in: 1...3)
      let delay = days == 1 ? "one day" : "\(Phrase.number(days)) days"
      let story = """
        The fair was to open on \(written(planned, &stream)), but it was put off by \(delay) and \
        opens today.
        """
      return (story, planned.adding(days: days))
    },
  ]

  private static func date(_ stream: inout SeededStream) -> CivilDate {
    let first = CivilDate(year: 1900, month: 1, day: 1)?.dayNumber ?? 0
    let last = CivilDate(year: 2030, month: 12, day: 31)?.dayNumber ?? 0
    return CivilDate(dayNumber: stream.integer(in: first...last))
  }

  private static func written(_ date: CivilDate, _ stream: inout SeededStream) -> String {
    let month = months[date.month - 1]
    return switch stream.integer(in: 0...3) {
    case 0: "\(month) \(date.day), \(date.year)"
    case 1: "\(month.prefix(3)) \(date.day), \(date.year)"
    case 2: "\(date.month)/\(date.day)/\(date.year)"
    default: date.text
    }
  }

  private static func person(_ stream: inout SeededStream) -> String { stream.element(of: names) }

  private static let names = [
    "Anton", "Birgit", "Camille", "Derek", "Estelle", "Frida", "Gustav", "Helga", "Igor", "Judith",
  ]

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  private static let weekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]
}

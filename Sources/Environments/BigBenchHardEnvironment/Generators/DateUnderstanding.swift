// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets
import QuestionAnswering

/// A sentence or two from which today's date follows, and a question about a day near it.
struct DateUnderstanding: BigBenchHardGenerator {
  let task = BigBenchHardTask.dateUnderstanding
  let balancedAnswers = OptionLetters.names(6)

  func makeItem(wanting answer: String?, from stream: inout SeededStream) -> GeneratedItem? {
    let context = stream.element(of: DateContext.all)
    guard let (story, today) = context.tell(&stream) else { return nil }
    let question = stream.element(of: Self.questions)
    guard let day = question.day(today) else { return nil }
    guard let others = wrongDates(for: day, today: today, &stream) else { return nil }
    let options = stream.shuffled(others + [day])
    guard let right = options.firstIndex(of: day) else { return nil }
    return GeneratedItem(
      input: """
        \(story) Which date, written as MM/DD/YYYY, \(question.words)?
        \(OptionLetters.block(options.map(\.text)))
        """,
      target: OptionLetters.name(at: right)
    )
  }

  private struct Question: Sendable {
    let words: String
    let day: @Sendable (CivilDate) -> CivilDate?
  }

  /// Months and years are only counted from days that every month has.
  private static let questions = [
    Question(words: "is today") { $0 },
    Question(words: "is tomorrow") { $0.adding(days: 1) },
    Question(words: "was yesterday") { $0.adding(days: -1) },
    Question(words: "will it be 24 hours from now") { $0.adding(days: 1) },
    Question(words: "was one month ago") { $0.day > 28 ? nil : $0.adding(months: -1) },
    Question(words: "will it be one week from today") { $0.adding(days: 7) },
    Question(words: "was one week ago") { $0.adding(days: -7) },
    Question(words: "was 10 days ago") { $0.adding(days: -10) },
    Question(words: "was one year ago") { $0.day > 28 ? nil : $0.adding(months: -12) },
  ]

  /// Five other dates, most of which share two of their three numbers with the right one.
  private func wrongDates(
    for day: CivilDate,
    today: CivilDate,
    _ stream: inout SeededStream
  ) -> [CivilDate]? {
    let years = [-10, -1, 1, 4, 10].map { $0 * 12 }
    let near = (years + [-2, -1, 1, 3]).compactMap { day.adding(months: $0) }
    let days = [-3, -2, -1, 1, 2, 6].map { day.adding(days: $0) }
    let swapped = CivilDate(year: day.year, month: day.day, day: day.month)
    let candidates = Set(near + days + [today] + (swapped.map { [$0] } ?? [])).subtracting([day])
    let sorted = candidates.sorted { $0.dayNumber < $1.dayNumber }
    return sorted.count < 5 ? nil : stream.sample(5, of: sorted)
  }
}

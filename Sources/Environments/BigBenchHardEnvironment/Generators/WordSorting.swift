// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets

/// Lists of words to put into alphabetical order.
struct WordSorting: ScalableGenerator {
  /// Words in a list, at most as many as there are to draw from.
  private let wordCount: ClosedRange<Int>

  let task = BigBenchHardTask.wordSorting
  let balancedAnswers: [String] = []

  init(_ difficulty: Difficulty) {
    wordCount =
      switch difficulty {
      case .published: 2...20
      case .hard: 30...40
      case .hardest: 60...80
      }
  }

  func makeItem(wanting answer: String?, from stream: inout SeededStream) -> GeneratedItem? {
    let words = stream.sample(stream.integer(in: wordCount), of: SortableWords.all)
    let sorted = words.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return GeneratedItem(
      input: "Put these words into alphabetical order. List: \(words.joined(separator: " "))",
      target: sorted.joined(separator: " ")
    )
  }
}

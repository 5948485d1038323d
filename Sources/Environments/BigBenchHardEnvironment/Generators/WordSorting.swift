// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets

/// Lists of words to put into alphabetical order.
struct WordSorting: BigBenchHardGenerator {
  /// Words in a list, at most as many as there are to draw from.
  var wordCount = 2...20

  let task = BigBenchHardTask.wordSorting
  let balancedAnswers: [String] = []

  func makeItem(wanting answer: String?, from stream: inout SeededStream) -> GeneratedItem? {
    let words = stream.sample(stream.integer(in: wordCount), of: SortableWords.all)
    let sorted = words.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return GeneratedItem(
      input: "Put these words into alphabetical order. List: \(words.joined(separator: " "))",
      target: sorted.joined(separator: " ")
    )
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets
import QuestionAnswering

/// Four films of one series, and four options of which one belongs to it as well.
struct MovieRecommendation: BigBenchHardGenerator {
  let task = BigBenchHardTask.movieRecommendation
  let balancedAnswers = OptionLetters.names(4)

  func makeItem(wanting answer: String?, from stream: inout SeededStream) -> GeneratedItem? {
    let series = stream.sample(4, of: FilmSeries.all)
    let films = stream.sample(5, of: series[0].films)
    let others = series.dropFirst().map { stream.element(of: $0.films) }
    let right = answer.flatMap(OptionLetters.index(of:)) ?? stream.integer(in: 0...3)
    var options = others
    options.insert(films[4], at: right)
    return GeneratedItem(
      input: """
        Find a movie similar to \(films.prefix(4).joined(separator: ", ")):
        \(OptionLetters.block(options))
        """,
      target: OptionLetters.name(at: right)
    )
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets
import QuestionAnswering

/// A table of penguins that may change, perhaps with a table of seals, and a question about them.
struct Penguins: BigBenchHardGenerator {
  let task = BigBenchHardTask.penguinsInATable
  let balancedAnswers = OptionLetters.names(5)

  func makeItem(wanting answer: String?, from stream: inout SeededStream) -> GeneratedItem? {
    let scene = AnimalTables(&stream)
    guard let question = AnimalQuestion(about: scene, &stream) else { return nil }
    guard let right = question.options.firstIndex(of: question.answer) else { return nil }
    return GeneratedItem(
      input: "\(scene.text)\n\(question.text)\n\(OptionLetters.block(question.options))",
      target: OptionLetters.name(at: right)
    )
  }
}

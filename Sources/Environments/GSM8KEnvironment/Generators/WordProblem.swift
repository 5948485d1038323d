// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// A problem as it is being made: sentences that tell a story, a question, and the calculation.
struct WordProblem {
  /// The sentences of the story in order.
  var story: [String]
  /// The question.
  var question = ""
  /// The calculation, whose last result is the answer.
  var sheet = Worksheet()
  /// The answer.
  var answer = 0

  /// The whole text: story and question.
  var text: String { (story + [question]).joined(separator: " ") }

  /// The way to the answer in the form of GSM8K's answers: a line for each step, and a last one with
  /// the number after `#### `.
  var solution: String {
    (sheet.steps.map(\.line) + ["#### \(answer)"]).joined(separator: "\n")
  }

  /// Creates a problem that begins with some sentences.
  init(_ story: String...) { self.story = story }

  /// Adds a sentence.
  mutating func tell(_ sentence: String) { story.append(sentence) }

  /// Ends the problem.
  mutating func ask(_ question: String, _ answer: Int) {
    self.question = question
    self.answer = answer
  }
}

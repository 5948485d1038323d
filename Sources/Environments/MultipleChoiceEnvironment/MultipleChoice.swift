// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets
import QuestionAnswering

/// What suites of questions with four choices share: the workflow, the rules and the form of an item.
enum MultipleChoice {
  static let letters = ["A", "B", "C", "D"]

  static let workflow = InstructionWorkflow(
    instruction: """
      You answer questions with four choices. Think step by step. End with a line of the form \
      "Answer: LETTER", where LETTER is A, B, C or D and nothing comes after it.
      """,
    form: "a last line \"Answer: \" with one of the letters A, B, C and D")

  static let rules: [ExtractionRule] = [.textGradLetter, .simpleEvalsLetter]

  /// An item named after its place in its file, so that names sort in that order.
  ///
  /// - Parameters:
  ///   - place: The place, counted from 0.
  ///   - question: The question.
  ///   - choices: The four choices in the order in which they are offered.
  ///   - answer: The place of the right one.
  /// - Returns: The item, whose target is a letter.
  static func example(
    _ place: Int, question: String, choices: [String], answer: Int
  ) -> Example {
    let options = zip(letters, choices).map { "\($0)) \($1)" }
    let digits = String(place)
    return Example(
      id: String(repeating: "0", count: max(0, 3 - digits.count)) + digits,
      input: ([question] + options).joined(separator: "\n"), target: letters[answer])
  }
}

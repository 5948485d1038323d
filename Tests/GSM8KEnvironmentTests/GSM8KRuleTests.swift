// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchmarkSuites
import Datasets
import GSM8KEnvironment
import QuestionAnswering
import Testing

struct GSM8KRuleTests {
  private func verdicts(_ answer: String, target: String) throws -> [String: Bool] {
    let id = TaskID(suite: "gsm8k", name: "word_problems")
    let example = Example(id: "x", input: "", target: target)
    return Dictionary(
      uniqueKeysWithValues: try GSM8KSuite().rules(of: id).map {
        ($0.name, $0.isCorrect(answer, for: example))
      })
  }

  /// The names of the rules that accept an answer, in the suite's order.
  private func accepting(_ answer: String, target: String) throws -> [String] {
    try verdicts(answer, target: target).filter(\.value).map(\.key).sorted()
  }

  @Test func theRuleOfTheTrialsComesFirst() throws {
    let id = TaskID(suite: "gsm8k", name: "word_problems")
    #expect(
      try GSM8KSuite().rules(of: id).map(\.name) == [
        "textgrad", "dspy", "official", "lm-eval-strict", "lm-eval-cot-strict", "lm-eval-flexible",
        "trace-bench",
      ])
  }

  /// What each published pattern makes of an answer was worked out with Python's `re`.
  @Test(arguments: [
    ("Six threes.\n#### 18", "18", "lm-eval-flexible lm-eval-strict official textgrad trace-bench"),
    ("Answer: 18", "18", "dspy lm-eval-flexible textgrad trace-bench"),
    ("Answer: 18.", "18", "dspy lm-eval-flexible textgrad"),
    ("Answer: $1,080", "1,080", "dspy lm-eval-flexible textgrad trace-bench"),
    ("The answer is 1080.", "1,080", "dspy lm-eval-cot-strict lm-eval-flexible textgrad"),
    ("The answer is 18", "18", "dspy lm-eval-flexible textgrad trace-bench"),
    ("The answer is 18", "1", "lm-eval-cot-strict"),
    ("Answer: -5", "5", "dspy textgrad"),
    ("Answer: -5", "-5", "dspy lm-eval-flexible textgrad trace-bench"),
    ("#### -5", "-5", "dspy lm-eval-flexible lm-eval-strict official textgrad trace-bench"),
    ("#### 18.", "18", "dspy lm-eval-flexible lm-eval-strict textgrad"),
    ("#### 7 and then #### 18", "18", "dspy lm-eval-flexible textgrad trace-bench"),
    ("#### 7 and then #### 18", "7", "lm-eval-strict official"),
    ("It is 18.50 in all", "18", "dspy textgrad"),
    ("It is 18.50 in all", "18.50", "dspy lm-eval-flexible textgrad trace-bench"),
    ("Answer: 18 apples", "18", "dspy lm-eval-flexible textgrad trace-bench"),
    ("Answer: **18**", "18", "dspy lm-eval-flexible textgrad trace-bench"),
    ("18 is what I find.", "18", "dspy lm-eval-flexible textgrad trace-bench"),
    ("nothing", "0", "dspy textgrad"),
    ("nothing", "18", ""),
    ("x² and 18", "18", "dspy lm-eval-flexible textgrad trace-bench"),
    ("18 x²", "18", "lm-eval-flexible trace-bench"),
    ("Answer: 007", "7", "dspy textgrad"),
  ])
  func publishedRulesDiffer(answer: String, target: String, rules: String) throws {
    #expect(try accepting(answer, target: target).joined(separator: " ") == rules, "\(answer)")
  }

  @Test func aResponseWithoutANumberHasNoAnswer() throws {
    let id = TaskID(suite: "gsm8k", name: "word_problems")
    for rule in try GSM8KSuite().rules(of: id) {
      let example = Example(id: "x", input: "", target: "0")
      #expect(!rule.findsAnswer(in: "I do not know", for: example))
      #expect(!rule.isCorrect(nil, for: example))
    }
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BigBenchHardEnvironment
import Datasets
import Testing

struct PaperRuleTests {
  private func isCorrect(_ answer: String?, target: String) -> Bool {
    PaperRule().isCorrect(answer, for: Example(id: "x", input: "", target: target))
  }

  @Test(arguments: [
    ("(B)", "(B)"), ("the answer is (B).", "(B)"), ("not (A) but (B)", "(B)"), ("((B))", "(B)"),
    ("True", "True"), ("-24", "-24"), ("] ] >", "] ] >"), ("ant bee", "ant bee"),
  ])
  func theseAnswersAreRight(answer: String, target: String) {
    #expect(isCorrect(answer, target: target))
  }

  @Test(arguments: [
    ("B", "(B)"), ("(b)", "(B)"), ("(B) or (C)", "(B)"), ("", "(B)"), ("( B )", "(B)"),
    ("true", "True"), (" True", "True"), ("True.", "True"), ("True\n", "True"), ("24", "-24"),
    ("24.0", "24"), ("]]>", "] ] >"), ("ant, bee", "ant bee"), ("", "yes"),
  ])
  func theseAnswersAreWrong(answer: String, target: String) {
    #expect(!isCorrect(answer, target: target))
  }

  @Test func noAnswerIsWrong() {
    #expect(!isCorrect(nil, target: "(B)"))
    #expect(!isCorrect(nil, target: ""))
  }

  /// Items of the published files whose targets are texts where others have letters.
  @Test(arguments: [
    ("Monsters, Inc", "Monsters, Inc", true),
    ("(A)", "Monsters, Inc", false),
    ("Monsters, Inc.", "Monsters, Inc", false),
    ("dearth, wind, & fire", "dearth, wind, & fire", true),
  ])
  func textTargetsOfFaultyItemsAreComparedExactly(answer: String, target: String, isRight: Bool) {
    #expect(isCorrect(answer, target: target) == isRight)
  }
}

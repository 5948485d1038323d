// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import BenchmarkSuites
import BigBenchHardEnvironment
import Datasets
import Foundation
import Testing

struct HarnessRuleTests {
  private func strict(_ response: String, _ target: String) -> Bool {
    HarnessStrictRule().isCorrect(response, for: Example(id: "", input: "", target: target))
  }

  private func flexible(
    _ kind: AnswerKind, _ response: String, _ target: String, question: String = ""
  ) -> Bool {
    HarnessFlexibleRule(kind)
      .isCorrect(response, for: Example(id: "", input: question, target: target))
  }

  /// Worked out with Python's `re` and the published pattern.
  @Test(arguments: [
    ("So the answer is (B).", "(B)", true), ("The answer is (B)", "(B)", false),
    ("The answer is (B)\n", "(B)", false), ("The final answer: True.", "True", true),
    ("The answer: no!", "No", true), ("the answer is A. the answer is B.", "B", false),
    ("The answer is ] ] >.", "] ] >", true), ("The answer is 7", "", false),
    ("The answer is apple, bee.", "apple bee", true), ("I think (B).", "(B)", false),
    ("The answer is \nThe answer is (C).", "(C)", true),
  ])
  func strictTakesTheRestOfTheLineButItsLastCharacter(
    response: String, target: String, isRight: Bool
  ) {
    #expect(strict(response, target) == isRight)
  }

  @Test func flexibleTakesTheLastThingOfTheForm() {
    #expect(flexible(.trueOrFalse, "True or False? It is False, not Truely.", "False"))
    #expect(!flexible(.trueOrFalse, "true", "True"))
    #expect(flexible(.yesOrNo, "No... yes", "Yes"))
    #expect(flexible(.validOrInvalid, "not valid, hence invalid.", "invalid"))
    #expect(!flexible(.validOrInvalid, "The argument is not valid", "invalid"))
    #expect(flexible(.integer, "7 and 3 are 10.", "10"))
    #expect(!flexible(.integer, "10, step-by-step", "10"))
    #expect(flexible(.integer, "There are twenty one in all", "21"))
    #expect(flexible(.integer, "two hundred and five", "205"))
    #expect(flexible(.brackets, "It ends with ] } >", "] } >"))
    #expect(!flexible(.brackets, "]}>", "] } >"))
    #expect(
      flexible(
        .words, "cat bee ant. Sorted: ant, bee, cat", "ant bee cat",
        question: "Sort. List: cat ant bee"))
    #expect(!flexible(.words, "ant bee", "ant bee cat", question: "Sort. List: cat ant bee"))
  }

  /// Worked out with the harness's own pattern, the package regex and word2number 1.1.
  @Test(arguments: [
    ("six", nil), ("There are seven.", nil), ("eight", nil), ("nine things", nil), ("four", "4"),
    ("fourteen", "4"), ("eighteen", "18"), ("fifteen", "15"), ("twenty-one", "-"),
    ("twenty six", "20"), ("one hundred and five", "105"), ("one, two, three, four", "4"),
    ("none", "1"), ("often", "10"), ("three thousand two hundred", "3200"), ("thousand five", nil),
    ("a million", "1000000"), ("ten plus two", "2"), ("one two three four five", "1"),
    ("three hundred forty five", "345"), ("one trillion", "1"), ("trillion", nil),
    ("one thousand one thousand", nil), ("two million thousand", nil), ("Answer: Twelve.", "12"),
    ("I have five apples and two pears, so seven", "2"),
  ])
  func flexibleReadsNumbersInWordsAsTheHarnessDoes(response: String, number: String?) {
    let rule = HarnessFlexibleRule(.integer)
    let example = Example(id: "", input: "", target: number ?? "0")
    #expect(rule.findsAnswer(in: response, for: example) == (number != nil))
    #expect(rule.isCorrect(response, for: example) == (number != nil))
  }

  @Test func flexibleKnowsOptionsByNameTextAndBareLetter() {
    let question = "Which?\nOptions:\n(A) red ball\n(B) blue ball\n(C) green ball"
    func picks(_ response: String, _ target: String) -> Bool {
      flexible(.option, response, target, question: question)
    }
    #expect(picks("not (A) but (C)", "(C)"))
    #expect(picks("It is the Blue Ball!", "(B)"))
    #expect(picks("red ball, no, green ball", "(C)"))
    #expect(picks("Answer: B", "(B)"))
    #expect(!picks("Answer: D", "(D)"))
    #expect(!picks("none", "(A)"))
    let odd = "Options:\n(A) wind, & fire\n(B) & fire\n(C)\n"
    #expect(!flexible(.option, "wind, & fire", "(A)", question: odd))
    let cut = "Options:\n(A) & fire\n(B) rain"
    #expect(flexible(.option, "by & fire", "fire", question: cut))
    let twice = "Options:\n(A) rain\n(B) rain"
    #expect(flexible(.option, "rain", "(B)", question: twice))
  }

  /// `bride` stands before `bride-to-be` in the list, so the pattern of alternatives takes it.
  @Test func flexibleTakesTheFirstWordOfTheListThatBeginsAtAPlace() {
    let question = "Sort. List: bride bride-to-be"
    #expect(flexible(.words, "bride-to-be", "bride", question: question))
    let other = "Sort. List: bride-to-be bride"
    #expect(flexible(.words, "bride-to-be", "bride-to-be", question: other))
  }

  @Test(.enabled(if: SharedData.bigBenchHard != nil, "needs the published BBH files"))
  func publishedTargetsAreRightByBothRules() async throws {
    let folder = try #require(SharedData.bigBenchHard).path
    var exceptions: [String] = []
    for task in BigBenchHardTask.allCases {
      let set = try await OfficialBigBenchHard.load(task, from: folder, in: DataLibrary())
      let flexible = HarnessFlexibleRule(task.answerKind)
      for example in set.examples {
        let response = "Step by step. So the answer is \(example.target)."
        if !HarnessStrictRule().isCorrect(response, for: example) {
          exceptions.append("strict \(example.id)")
        }
        let bare = "Here it is: \(example.target)"
        if !flexible.isCorrect(bare, for: example) { exceptions.append("flexible \(example.id)") }
      }
    }
    #expect(exceptions == knownExceptions, "\(exceptions.prefix(40))")
  }
}

/// Three items that have a text for a target where all others have a letter.
///
/// The rule turns the texts of the first and the last into `(B)` and `(D)`; the options of the second
/// were cut at commas, so that it finds `fire`. Python's `re` with the published patterns misses the
/// same three of 6511 items.
private let knownExceptions = [
  "flexible movie_recommendation/163", "flexible ruin_names/099", "flexible ruin_names/144",
]

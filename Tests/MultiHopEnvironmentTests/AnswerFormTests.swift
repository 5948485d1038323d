// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchmarkSuites
import Datasets
import Testing

@testable import MultiHopEnvironment

struct AnswerFormTests {
  @Test(arguments: [
    ("The Last Crossing.", "last crossing"), ("an  Apple a day", "apple day"),
    ("U.S.A.", "usa"), ("12,400", "12400"), ("\"Theatre\" (the)", "theatre"),
    ("a—the—an", "— —"), ("bathe another", "bathe another"), ("Élan the", "élan"),
    ("rock 'n' roll", "rock n roll"), ("the", ""),
  ])
  func theOfficialFormDropsCasePunctuationAndArticles(text: String, form: String) {
    #expect(AnswerForm.official(text) == form)
  }

  @Test func theFormsDifferAsPublished() {
    // Combining accents are no punctuation, so that only the form of the letters differs.
    #expect(AnswerForm.dspy("É").unicodeScalars.count == 2)
    #expect(AnswerForm.official("É").unicodeScalars.count == 1)
    // Without its hyphen "the-atre" has no article any more.
    #expect(AnswerForm.official("the-atre") == "theatre")
    #expect(AnswerForm.traceBench("the-atre") == "atre")
  }

  @Test(arguments: [
    ("Answer: Ashford", "Ashford"), ("Because.\nanswer : Ashford, really\nYes.", "Ashford, really"),
    ("Answer: Oakdale\nAnswer: Ashford", "Ashford"), ("**Answer:** Ashford", "** Ashford"),
    ("Ashford", nil), ("Answer:\nAshford", nil), ("Answer:   ", nil),
  ])
  func whatStandsAfterTheLastAnswerIsTheAnswer(response: String, answer: String?) {
    #expect(AnswerForm.said(in: response) == answer)
  }

  @Test func eachRuleComparesInItsWay() throws {
    let example = Example(id: "0", input: "", target: "The Ashford Gate")
    let rules = try MultiHopSuite().rules(
      of: TaskID(suite: "hotpotqa", name: "two_hop_questions"))
    func verdicts(_ text: String) -> [Bool] { rules.map { $0.isCorrect(text, for: example) } }
    #expect(rules.map(\.name) == ["exact-match", "dspy-exact-match", "trace-bench"])
    #expect(verdicts("Answer: **ashford gate**") == [true, true, true])
    #expect(verdicts("Answer: the Ashford Gate in Cadria") == [false, false, true])
    #expect(verdicts("It is the Ashford Gate.") == [false, false, true])
    #expect(verdicts("Answer: Ashford") == [false, false, false])
    #expect(rules.allSatisfy { !$0.isCorrect(nil, for: example) })
    #expect(rules.map { $0.findsAnswer(in: "No idea.", for: example) } == [false, false, false])
  }
}

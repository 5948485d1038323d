// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchmarkSuites
import Datasets
import QuestionAnswering
import Testing

@testable import MultiHopEnvironment

struct HotpotRuleTests {
  @Test(arguments: [
    ("The Last Crossing.", "last crossing"), ("an  Apple a day", "apple day"),
    ("U.S.A.", "usa"), ("12,400", "12400"), ("\"Theatre\" (the)", "theatre"),
    ("a—the—an", "— —"), ("bathe another", "bathe another"), ("Élan the", "élan"),
    ("rock 'n' roll", "rock n roll"), ("the", ""),
  ])
  func theOfficialFormDropsCasePunctuationAndArticles(text: String, form: String) {
    #expect(ShortAnswerForm.official(text) == form)
  }

  @Test func theFormsDifferAsPublished() {
    // The same name with its accent as a letter of its own and as part of the letter.
    let example = Example(id: "0", input: "", target: "M\u{e9}lanie")
    let apart = "Answer: Me\u{301}lanie"
    #expect(!ExtractionRule.hotpotExactMatch.isCorrect(apart, for: example))
    #expect(ExtractionRule.dspyExactMatch.isCorrect(apart, for: example))
    #expect(ExtractionRule.hotpotExactMatch.isCorrect("Answer: M\u{e9}lanie", for: example))
    // Without its hyphen "the-atre" has no article any more.
    #expect(ShortAnswerForm.official("the-atre") == "theatre")
    #expect(ShortAnswerForm.traceBench("the-atre") == "atre")
  }

  @Test(arguments: [
    ("Answer: Ashford", "Ashford"), ("Because.\nanswer : Ashford, really\nYes.", "Ashford, really"),
    ("Answer: Oakdale\nAnswer: Ashford", "Ashford"), ("**Answer:** Ashford", "** Ashford"),
    ("Ashford", nil), ("Answer:\nAshford", nil), ("Answer:   ", nil),
  ])
  func whatStandsAfterTheLastAnswerIsTheAnswer(response: String, answer: String?) {
    #expect(ExtractionRule.said(in: response) == answer)
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

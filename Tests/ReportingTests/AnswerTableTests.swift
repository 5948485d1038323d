// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Reporting
import Testing
import TrialRecords

struct AnswerTableTests {
  @Test func aLineTellsItemOutcomeScoreAndAnswerAndNoQuestionOrFeedback() throws {
    var made = SyntheticResults()
    made.add("navigate", "opro", seed: 3, initial: "1")
    let trial = try #require(made.results.trials.first)
    let state = try #require(trial.initialStateDigest)
    func row(_ sequence: Int, _ answer: String, score: Double?) -> EvaluationRecord {
      EvaluationRecord(
        trialID: trial.id, sequence: sequence, step: 1, split: .test, phase: .selected,
        exampleID: "item-\(sequence)", stateDigest: state,
        outcome: score == nil ? .modelError : .incorrect, score: score, answer: answer,
        feedback: "a hint", error: score == nil ? "no answer" : nil)
    }
    let text = AnswerTable.lines(
      of: trial, [row(0, "yes, \"no\"\nmaybe", score: 0.5), row(1, "", score: nil)])
    let start = "bbh,navigate,generated,opro,{},local/small,3,test,selected,1"
    #expect(
      text == """
        \(start),item-0,incorrect,0.5,"yes, ""no""
        maybe"
        \(start),item-1,modelError,,

        """)
    #expect(AnswerTable.heading.split(separator: ",").count == 14)
  }
}

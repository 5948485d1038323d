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
        \(start),item-0,incorrect,score,false,0.5,"yes, ""no""
        maybe"
        \(start),item-1,modelError,score,false,,

        """)
    #expect(AnswerTable.heading.split(separator: ",").count == 16)
  }

  @Test func costsHaveTheSignOfTheTask() throws {
    var made = SyntheticResults()
    made.protocolSettings = SyntheticResults.searchSettings(hasTarget: false)
    made.search("grid", "random", seed: 0, scores: [-7754.9])
    let trial = try #require(made.results.trials.first)
    func row(_ sequence: Int, _ score: Double) throws -> EvaluationRecord {
      EvaluationRecord(
        trialID: trial.id, sequence: sequence, step: 0, split: .train, phase: .training,
        exampleID: "grid", stateDigest: try #require(trial.initialStateDigest),
        outcome: .incorrect, score: score, answer: "\(0 - score)", feedback: "", error: nil)
    }
    let lines = AnswerTable.lines(of: trial, [try row(0, -7754.9), try row(1, 0)])
    #expect(lines.contains("grid,incorrect,error,true,7754.9,7754.9\n"))
    #expect(lines.contains("grid,incorrect,error,true,0.0,0.0\n"))
    var page = ""
    let detail = TrialDetail(
      trial: trial, evaluations: [try row(0, -7754.9)], steps: [], calls: [], states: [:])
    TrialPage(Report(made.results)).write(detail, to: &page)
    #expect(page.contains("incorrect, error 7754.9"))
    #expect(!page.contains("-7754.9"))
  }
}

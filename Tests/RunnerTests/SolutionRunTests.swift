// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import BenchmarkSuites
import CodeExecution
import Datasets
import Foundation
import LanguageModels
import OPTO
import Runner
import Synchronization
import Testing
import TrialRecords

/// Runs in which the solution of a question is revised, from the plan to the rows.
@Suite(.serialized)
struct SolutionRunTests {
  private let folder: TemporaryFolder

  /// Writes a file of GPQA's form with questions of our own.
  init() throws {
    folder = try TemporaryFolder()
    let rows = (0..<198).map { "Which word is number \($0)?,right,wrong,worse,worst" }
    let head = "Question,Correct Answer,Incorrect Answer 1,Incorrect Answer 2,Incorrect Answer 3"
    try TextFile.write(
      ([head] + rows).joined(separator: "\n"),
      to: URL(fileURLWithPath: folder.file("gpqa_diamond.csv")))
  }

  /// The letter of a word among the choices of a question.
  private static func letter(of word: String, in text: String) -> String {
    let line = text.split(separator: "\n").first { $0.hasSuffix(") \(word)") }
    return line.map { String($0.prefix(1)) } ?? ""
  }

  /// Runs one question; the model solves it with a word and is made to revise it with others.
  private func run(
    _ suite: String, optimizer: String = "optoprime", first: String, revisions: [String]
  ) async throws -> (trial: TrialRecord, rows: [EvaluationRecord], critics: [String]) {
    let left = Mutex(revisions[...])
    let critics = Mutex<[String]>([])
    let model = ScriptedLanguageModel { (request, _) throws(LanguageModelError) in
      let texts = request.messages.map(\.content)
      if texts[0].hasPrefix("You answer questions") {
        return "Because. Answer: \(Self.letter(of: first, in: texts[1]))"
      }
      if texts[0].hasPrefix("You examine solutions") {
        critics.withLock { $0.append(texts[1]) }
        return "The second step is doubtful."
      }
      let word = left.withLock { $0.popFirst() } ?? "worst"
      let question = texts.joined(separator: "\n").replacing("\\n", with: "\n")
      let letter = Self.letter(of: word, in: question)
      return #"{"reasoning": "", "suggestion": {"solution": "By \#(word). Answer: \#(letter)"}}"#
    }
    var request = PlanRequest(
      suite: suite, tasks: ["gpqa_diamond"], optimizers: [optimizer],
      models: [ModelPair(task: "scripted/function", optimizer: "scripted/function")])
    request.data = .official(directory: folder.path)
    request.seeds = [7]
    let path = folder.file("\(suite)-\(optimizer)-\(revisions.joined())")
    let store = try TrialStore(path: path)
    defer { try? store.close() }
    #expect(try await request.plan(jobs: 1).run(in: store, asking: model).isComplete)
    let trial = try #require(try await store.trials().first)
    #expect(trial.error == nil)
    let sandbox = try await PythonSandbox.start()
    let summary = try await StoreVerifier(store, dataDirectory: folder.path, sandbox: sandbox)
      .verify()
    await sandbox.close()
    #expect(summary.faults.isEmpty, "\(summary.faults)")
    return (trial, try await store.evaluations(of: trial.id), critics.withLock(\.self))
  }

  private static func outcome(
    _ phase: EvaluationRecord.Phase, _ rows: [EvaluationRecord]
  ) -> EvaluationRecord.Outcome? {
    rows.first { $0.split == .test && $0.phase == phase }?.outcome
  }

  @Test func theAnswerOfMostSolutionsIsTheOneThatCounts() async throws {
    let (trial, rows, critics) = try await run(
      "solutions", first: "wrong", revisions: ["right", "worse", "right"])
    #expect(trial.stepCount == 3)
    #expect(trial.stopReason == "budgetExhausted")
    #expect(Self.outcome(.initial, rows) == .incorrect)
    #expect(Self.outcome(.selected, rows) == .correct)
    #expect(rows.first { $0.phase == .selected }?.answer.hasPrefix("By right.") == true)
    let tested = rows.filter { $0.split == .test }
    // The state that was proposed twice votes twice, and is neither examined nor tested again.
    #expect(tested.count == 3)
    #expect(critics.count == 3)
    #expect(Set(tested.map(\.exampleID)) == ["007"])
  }

  @Test func whereNoAnswerIsInTheMajorityTheFirstOfTheMostFrequentOnesCounts() async throws {
    let (trial, rows, _) = try await run(
      "solutions", first: "wrong", revisions: ["right", "worse", "worst"])
    #expect(trial.selectedStateDigest == trial.initialStateDigest)
    #expect(Self.outcome(.initial, rows) == .incorrect)
  }

  @Test func withoutAPeekNothingTellsARightSolutionFromAWrongOne() async throws {
    let right = try await run("solutions", first: "right", revisions: ["right", "right", "right"])
    let wrong = try await run("solutions", first: "wrong", revisions: ["wrong", "wrong", "worst"])
    for (trial, rows, critics) in [right, wrong] {
      #expect(trial.stepCount == 3)
      let queries = rows.filter { $0.phase == .training }
      #expect(queries.allSatisfy { $0.score == 0 && $0.outcome == .incorrect })
      #expect(Set(queries.map(\.feedback)) == ["The second step is doubtful."])
      #expect(critics.allSatisfy { $0.contains("Which word is number 7?") })
    }
    #expect(Self.outcome(.initial, right.rows) == .correct)
  }

  @Test func withAPeekTheCourseEndsWhenASolutionIsRight() async throws {
    let (trial, rows, _) = try await run(
      "solutions-peek", first: "wrong", revisions: ["wrong", "right", "worse"])
    #expect(trial.stepCount == 2)
    #expect(trial.stopReason == "targetReached")
    // Two of three solutions were wrong, and they are the majority.
    #expect(Self.outcome(.initial, rows) == .incorrect)
    #expect(trial.selectedStateDigest == trial.initialStateDigest)
  }

  @Test func theControlKeepsTheFirstSolution() async throws {
    let (trial, rows, _) = try await run(
      "solutions", optimizer: "noop", first: "right", revisions: [])
    #expect(trial.selectedStateDigest == trial.initialStateDigest)
    #expect(Self.outcome(.initial, rows) == .correct)
  }

  @Test func aSeedWithoutAQuestionIsNamed() async throws {
    let suite = try SuiteCatalog.suite(named: "solutions")
    let id = TaskID(suite: "solutions", name: "gpqa_diamond")
    let task = try await suite.load(id, from: .official(directory: folder.path))
    let sandbox = try await PythonSandbox.start()
    let resources = SuiteResources(
      model: ScriptedLanguageModel(answers: []), sandbox: sandbox, answerTokens: 1)
    _ = try task.pose(resources, Seed(rawValue: 197))
    let error = #expect(throws: ProblemError.self) {
      try task.pose(resources, Seed(rawValue: 198))
    }
    #expect("\(error.map(String.init(describing:)) ?? "")".contains("has 198 questions"))
    await sandbox.close()
  }
}

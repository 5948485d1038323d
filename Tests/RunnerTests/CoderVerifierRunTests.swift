// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import LanguageModels
import OPTO
import Runner
import Synchronization
import Testing
import TrialRecords

/// Runs in which one optimizer repairs a program and another one its verifier.
@Suite(.serialized)
struct CoderVerifierRunTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let task = "strings/title_case"

  /// Runs the task; the model is asked by turns what the code of the parameter it sees should be.
  private func run(
    programs: [String], verifiers: [String], storeAt path: String
  ) async throws -> (trial: TrialRecord, rows: [EvaluationRecord], asked: [String]) {
    let programs = Mutex(programs[...])
    let verifiers = Mutex(verifiers[...])
    let asked = Mutex<[String]>([])
    let model = ScriptedLanguageModel { (request, _) throws(LanguageModelError) in
      let prompt = request.messages.map(\.content).joined(separator: "\n")
      let isVerifier = prompt.contains("verifier0")
      #expect(isVerifier != prompt.contains("title_case0"))
      asked.withLock { $0.append(isVerifier ? "verifier" : "program") }
      let next =
        isVerifier
        ? verifiers.withLock { $0.popFirst() } : programs.withLock { $0.popFirst() }
      let code = next ?? "none"
      return #"{"suggestion":{"\#(isVerifier ? "verifier0" : "title_case0")":"\#(code)"}}"#
    }
    let request = PlanRequest(
      suite: "code-verifier", tasks: [Self.task], optimizers: ["optoprime"],
      models: [ModelPair(task: "scripted/function", optimizer: "scripted/function")])
    let store = try TrialStore(path: path)
    defer { try? store.close() }
    #expect(try await request.plan(jobs: 1).run(in: store, asking: model).isComplete)
    let trial = try #require(try await store.trials().first)
    return (
      trial, try await store.evaluations(of: trial.id), asked.withLock(\.self)
    )
  }

  @Test func feedbackGoesToTheProgramOrToTheVerifierAndNeverToBoth() async throws {
    let (trial, rows, asked) = try await run(
      programs: [#"def title_case(text):\n    return 'no'"#],
      verifiers: [
        #"def verifier():\n    return 'no test'"#, #"def verifier():\n    return [['a'], 'no']"#,
      ], storeAt: folder.file("store"))
    let queries = rows.filter { $0.phase == .training }
    #expect(asked.count == trial.stepCount)
    for (row, who) in zip(queries, asked) {
      #expect(
        row.feedback.contains(who == "verifier" ? "erifier" : "Change the code"), "\(row.feedback)")
    }
    #expect(Set(asked).count == 2)
    #expect(queries.allSatisfy { $0.outcome != .correct })
    // What is tested is the program alone.
    #expect(rows.filter { $0.split == .test }.allSatisfy { $0.answer.hasSuffix("tests pass.") })
  }

  @Test func theReferenceIsRightWhateverTheVerifierSays() async throws {
    let request = PlanRequest(
      suite: "code-verifier", tasks: [Self.task], optimizers: ["noop", "correct"],
      models: [.scripted])
    let store = try TrialStore(path: folder.file("store"))
    #expect(try await request.plan(jobs: 1).run(in: store, asking: nil).isComplete)
    for trial in try await store.trials() {
      let rows = try await store.evaluations(of: trial.id)
      let isReference = trial.optimizer == "correct"
      #expect(rows.contains { $0.phase == .selected && $0.outcome == .correct } == isReference)
    }
    try store.close()
  }
}

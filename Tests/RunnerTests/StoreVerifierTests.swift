// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import CodeExecution
import GRDB
import OPTO
import Runner
import Testing
import TrialRecords

/// Stores that are as they were written, and stores that somebody changed.
@Suite(.serialized)
struct StoreVerifierTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func verify() async throws -> VerificationSummary {
    let store = try TrialStore(path: folder.file("store"), access: .reading)
    defer { try? store.close() }
    let sandbox = try await PythonSandbox.start()
    let outcome = await Result {
      try await StoreVerifier(store, dataDirectory: nil, sandbox: sandbox).verify()
    }
    await sandbox.close()
    return try outcome.get()
  }

  private func change(_ sql: String) throws {
    let queue = try DatabaseQueue(path: folder.file("store"))
    try queue.write { db in
      try db.execute(sql: sql)
      #expect(db.changesCount == 1)
    }
    try queue.close()
  }

  private func runWithModel() async throws {
    _ = try await ScriptedWorld().run(
      try smallPlan(optimizers: ["optoprime"]), storeAt: folder.file("store"), runID: "run")
  }

  private func runWithoutModel() async throws {
    var request = PlanRequest(
      suite: "numerical", tasks: ["program-nontrivial", "booth"], optimizers: ["random"],
      models: [.scripted])
    request.budgets = [Budget(steps: 4)]
    request.seeds = [0, 1]
    let summary = try await ScriptedWorld().run(
      try request.plan(), storeAt: folder.file("store"), runID: "run")
    #expect(summary.isComplete)
  }

  @Test func whatARunWithAModelWroteHolds() async throws {
    try await runWithModel()
    let summary = try await verify()
    #expect(summary.faults.isEmpty, "\(summary.faults)")
    #expect(summary.trials == 1)
    #expect(summary.recomputed >= 20)
  }

  @Test func whatARunWithoutAModelWroteIsComputedAnewWhole() async throws {
    try await runWithoutModel()
    let summary = try await verify()
    #expect(summary.faults.isEmpty, "\(summary.faults)")
    #expect(summary.trials == 4)
    #expect(summary.rest.isEmpty)
    let store = try TrialStore(path: folder.file("store"), access: .reading)
    var count = 0
    for trial in try await store.trials() {
      count += try await store.evaluations(of: trial.id).count
    }
    #expect(summary.recomputed == count)
  }

  @Test func aScoreThatWasChangedIsNamedWithItsRow() async throws {
    try await runWithModel()
    try change(
      """
      UPDATE evaluation SET score = 1, outcome = 'correct'
      WHERE sequence = (SELECT min(sequence) FROM evaluation WHERE outcome = 'incorrect')
      """)
    let faults = try await verify().faults
    #expect(faults.count == 2, "\(faults)")
    #expect(faults[0].subject.hasPrefix("bbh:object_counting optoprime seed 0 ("))
    #expect(faults[0].problem.contains("was changed after it was complete"))
    #expect(faults[1].subject.contains("evaluation"))
    #expect(faults[1].problem == "a score of 1.0 is stored, 0.0 is computed anew")
  }

  @Test func aScoreOfAWorkflowWithoutAModelIsComputedFromItsState() async throws {
    try await runWithoutModel()
    try change(
      """
      UPDATE evaluation SET score = score + 0.5 WHERE sequence = 2 AND trialID =
        (SELECT id FROM trial WHERE task = 'booth' AND seed = 1)
      """)
    // Whoever changes rows may change digests as well.
    try change("UPDATE trial SET rowsDigest = NULL WHERE task = 'booth' AND seed = 1")
    let faults = try await verify().faults
    let rows = faults.filter { $0.subject.contains("evaluation 2 ") }
    #expect(rows.count == 1, "\(faults)")
    #expect(rows.first?.subject.hasPrefix("numerical:booth random seed 1 (") == true)
    // The run sealed the trial's rows.
    #expect(faults.contains { $0.problem.contains("changed after it was complete") })
  }

  @Test(arguments: [
    ("UPDATE modelCall SET answer = 'x' WHERE id = (SELECT min(id) FROM modelCall)", "bbh:"),
    (
      "UPDATE modelCall SET request = '{}' WHERE id = (SELECT min(id) FROM modelCall)",
      "its request is not the one"
    ),
    ("UPDATE trial SET stepCount = stepCount + 1", "bbh:"),
    ("UPDATE run SET plan = '{}'", "its plan is not the one"),
    ("UPDATE run SET versions = '{}'", "not those it sealed"),
    ("UPDATE step SET proposal = '{}' WHERE \"index\" = 0", "bbh:"),
    (
      "UPDATE state SET \"values\" = '{}' WHERE digest = (SELECT min(digest) FROM state)",
      "its values are not those"
    ),
  ])
  func whateverElseWasChangedIsNamed(sql: String, problem: String) async throws {
    try await runWithModel()
    try change(sql)
    let faults = try await verify().faults
    #expect(faults.contains { $0.description.contains(problem) }, "\(faults)")
  }
}

extension Result where Failure == any Error {
  /// What a body gives or throws.
  fileprivate init(_ body: () async throws -> Success) async {
    do {
      self = .success(try await body())
    } catch {
      self = .failure(error)
    }
  }
}

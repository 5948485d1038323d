// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import BigBenchHardEnvironment
import CanonicalJSON
import Datasets
import Rescoring
import Synchronization
import Testing
import TrialRecords

/// Stored answers to items of two families, one of them in two files.
struct RescoringTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// How a test item was answered.
  private enum Kind: Hashable {
    /// By the workflow and, in words, by the model.
    case right
    /// By the model alone, whose response the workflow could not read.
    case rightResponse
    case wrong
    /// The workflow returned a number.
    case notText
    /// The model failed.
    case modelError
  }

  /// The lines that a rescoring wrote.
  private final class Lines: Sendable {
    private let text = Mutex("")

    func write(_ lines: String) { text.withLock { $0 += lines } }

    var all: [Substring] { text.withLock { $0.split(separator: "\n") } }
  }

  private func table(
    _ answers: [BigBenchHardTask: [Kind]], writing lines: Lines = Lines(),
    digest: ContentDigest? = nil,
    dataLabel: String = "generated", model: String = "local/m"
  ) async throws -> RescoredTable {
    let store = try TrialStore(path: folder.file("store.sqlite"))
    defer { try? store.close() }
    let run = RunRecord(
      id: "r", createdAt: "2026-01-02T03:04:05Z", commandLine: "bench", plan: "{}",
      planDigest: ContentDigest(of: "plan"), benchVersion: "0", machine: "{}")
    let state = StateRecord(digest: ContentDigest(of: "state"), values: "{}")
    var trials: [TrialRecord] = []
    for task in answers.keys.sorted(by: { $0.rawValue < $1.rawValue }) {
      trials.append(
        TrialRecord(
          id: ContentDigest(of: .string(task.rawValue)), runID: "r", suite: "bbh",
          task: task.rawValue, dataLabel: dataLabel,
          dataDigest: try digest ?? GeneratedBigBenchHard.frozen(task).digest, optimizer: "noop",
          model: model, optimizerModel: "local/m", protocolName: "quick", seed: 0))
    }
    try await store.beginRun(run, trials: trials)
    try await store.save(state)
    for trial in trials {
      _ = try await store.begin(trial.id, owner: "test")
      let task = try #require(BigBenchHardTask(rawValue: trial.task))
      let items = try ExampleSplit(asInTracePaper: GeneratedBigBenchHard.frozen(task)).test
      for (place, (kind, item)) in zip(answers[task] ?? [], items).enumerated() {
        try await store.append(row(place, kind, item, of: trial, in: state))
        try await store.append(call(place, kind, item, of: trial))
      }
      try await store.complete(
        trial.id,
        with: TrialEnding(
          stopReason: "examplesExhausted", initial: state, selected: state, final: state,
          stepCount: 0),
        owner: "test")
    }
    return try await Rescoring(store: store).run(writeAnswers: lines.write)
  }

  private func row(
    _ place: Int, _ kind: Kind, _ item: Example, of trial: TrialRecord, in state: StateRecord
  ) -> EvaluationRecord {
    let outcomes: [Kind: EvaluationRecord.Outcome] = [
      .right: .correct, .rightResponse: .exception, .wrong: .incorrect, .notText: .invalidAnswer,
      .modelError: .modelError,
    ]
    let answer = kind == .right || kind == .notText ? item.target : "(IndexError) no answer"
    return EvaluationRecord(
      trialID: trial.id, sequence: place, step: 0, split: .test, phase: .initial,
      exampleID: item.id, stateDigest: state.digest, outcome: outcomes[kind] ?? .incorrect,
      score: kind == .modelError ? nil : kind == .right ? 1 : 0, answer: answer)
  }

  private func call(
    _ place: Int, _ kind: Kind, _ item: Example, of trial: TrialRecord
  ) -> ModelCallRecord {
    var call = ModelCallRecord(
      trialID: trial.id, role: .task, sequence: place * ModelCallRecord.placesPerOwner,
      requestDigest: ContentDigest(of: .string(item.id)), model: "local/m", request: "{}",
      source: .live)
    let isRight = kind == .right || kind == .rightResponse
    call.answer = isRight ? "So the answer is \(item.target)." : "The answer is hard to tell."
    return call
  }

  private func rates(
    _ table: RescoredTable, _ place: String, _ state: RescoredTable.State = .initial
  ) -> [String] {
    table.rows.filter { $0.place == place && $0.state == state }
      .map { "\($0.rule) \($0.correct)/\($0.count)" }
  }

  @Test func rulesReadWhatTheyWereMadeFor() async throws {
    let table = try await table([
      .navigate: [.right, .rightResponse, .rightResponse, .wrong, .notText, .modelError]
    ])
    #expect(table.notes.isEmpty, "\(table.notes)")
    let expected = ["paper 1/5", "lm-eval-strict 3/5", "lm-eval-flexible 3/5"]
    #expect(rates(table, "navigate") == expected)
    #expect(rates(table, "navigate", .selected) == expected)
  }

  @Test func summariesAreThoseOfThePaperAndOfBBH() async throws {
    let table = try await table([
      .navigate: [.right, .right, .right, .wrong],
      .logicalDeductionThreeObjects: [.right, .wrong],
      .logicalDeductionFiveObjects: [.wrong, .wrong],
      .hyperbaton: [.right, .wrong, .wrong, .wrong],
    ])
    #expect(rates(table, "all").first == "paper 5/12")
    #expect(rates(table, "algorithmic").first == "paper 4/8")
    #expect(rates(table, "NLP").first == "paper 1/4")
    let macro = try #require(
      table.rows.first { $0.place == "mean of 3 tasks" && $0.rule == "paper" })
    // Tasks: navigate 3/4; logical deduction, the mean of 1/2 and 0; hyperbaton 1/4.
    #expect(abs(macro.rate - (0.75 + 0.25 + 0.25) / 3) < 1e-12)
    #expect(
      table.commaSeparatedText.contains(
        "bbh,generated,quick,local/m,noop,all,initial,paper,5,12,41.7,"))
    #expect(table.alignedText.contains("mean of 3 tasks"))
  }

  @Test func whatEachRuleTakesForTheAnswerIsWrittenWithoutTheResponse() async throws {
    let lines = Lines()
    _ = try await table([.navigate: [.right, .rightResponse, .wrong]], writing: lines)
    let written = lines.all
    #expect(written.first?.hasSuffix("state,item,rule,correct,answer") == true)
    #expect(written.count == 1 + 2 * 3 * 3)
    let items = try ExampleSplit(asInTracePaper: GeneratedBigBenchHard.frozen(.navigate)).test
    #expect(
      written[1...].contains {
        $0.hasSuffix(",initial,\(items[1].id),lm-eval-strict,1,\(items[1].target)")
      })
    #expect(written[1...].contains { $0.hasSuffix(",initial,\(items[1].id),paper,0,") })
    #expect(written[1...].contains { $0.hasSuffix(",initial,\(items[2].id),lm-eval-flexible,0,") })
    #expect(!written.contains { $0.contains("The answer is") })
  }

  @Test func otherItemsThanThoseOfTheTrialAreNotScored() async throws {
    let table = try await table([.navigate: [.right]], digest: ContentDigest(of: "other"))
    #expect(table.rows.isEmpty)
    #expect(table.notes.count == 1)
    #expect(table.notes.first?.contains("bbh:navigate is not scored again") == true)
    #expect(table.alignedText.contains("no complete trial can be scored again"))
  }

  @Test func namesOfAForeignStoreCannotActOnATerminal() async throws {
    let model = "\u{1B}]0;x\u{07}\"\u{301},m\r\n"
    let table = try await table([.navigate: [.right]], model: model)
    try #require(!table.rows.isEmpty)
    #expect(table.alignedText.contains("<U+1B>]0;x<U+7>"))
    let scalars = table.alignedText.unicodeScalars
    #expect(scalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
    #expect(table.commaSeparatedText.contains("\"\u{1B}]0;x\u{07}\"\"\u{301},m\r\n\","))
  }

  @Test func notesHoldNoControlCharacters() async throws {
    let table = try await table([.navigate: [.right]], dataLabel: "\u{1B}[31mred")
    let note = try #require(table.notes.first)
    #expect(note.contains("<U+1B>[31mred"))
    #expect(!table.alignedText.unicodeScalars.contains("\u{1B}"))
  }
}

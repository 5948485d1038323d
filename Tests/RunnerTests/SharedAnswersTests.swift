// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import CanonicalJSON
import LanguageModels
import Synchronization
import Testing
import TrialRecords

@testable import Runner

/// Answers when it is told to, and counts how often it was asked.
private final class SlowModel: LanguageModel {
  let identity = ModelIdentity(provider: "scripted", model: "slow")
  let asked = Atomic<Int>(0)
  let cancelled = Atomic<Int>(0)
  private let isOpen = Atomic<Bool>(false)

  func open() { isOpen.store(true, ordering: .relaxed) }

  func answer(_ request: ModelRequest) async throws(LanguageModelError) -> ModelAnswer {
    asked.add(1, ordering: .relaxed)
    while !isOpen.load(ordering: .relaxed), !Task.isCancelled {
      // A task of its own, whose sleep is not ended by cancelling.
      await Task { try? await Task.sleep(for: .milliseconds(5)) }.value
    }
    guard !Task.isCancelled else {
      cancelled.add(1, ordering: .relaxed)
      throw LanguageModelError(.cancelled, "cancelled")
    }
    return ModelAnswer(text: "yes", usage: TokenUsage(estimatedFor: request, answer: "yes"))
  }
}

struct SharedAnswersTests {
  let folder: TemporaryFolder
  let store: TrialStore
  let trials = (0..<2).map { ContentDigest(of: "trial \($0)") }
  let request = ModelRequest([.user("Hi")])

  init() async throws {
    folder = try TemporaryFolder()
    store = try TrialStore(path: folder.file("store"))
    let run = RunRecord(
      id: "run", createdAt: "", commandLine: "", plan: "{}", planDigest: ContentDigest(of: ""),
      benchVersion: "", machine: "{}")
    try await store.beginRun(
      run,
      trials: trials.enumerated().map { index, id in
        TrialRecord(
          id: id, runID: "run", suite: "s", task: "t", dataLabel: "generated",
          dataDigest: ContentDigest(of: ""), optimizer: "noop", model: "m", optimizerModel: "m",
          protocolName: "quick", seed: index)
      })
  }

  private func ask(
    _ answers: SharedAnswers, _ model: SlowModel, trial: Int, _ other: ModelRequest? = nil
  ) -> Task<CallOutcome, any Error> {
    let (id, request) = (trials[trial], other ?? request)
    let address = CallAddress(
      trialID: id, trial: "trial", role: .task, place: .next(), requestDigest: request.digest)
    return Task {
      try await answers.answer(request, of: model, at: address) { outcome in
        var row = ModelCallRecord(
          trialID: id, role: .task, sequence: 0, requestDigest: request.digest, model: "slow",
          request: "{}", source: outcome.source)
        if case .success(let answer) = outcome.result { row.answer = answer.text }
        return row
      }
    }
  }

  private func waitUntil(_ condition: () -> Bool) async throws {
    for _ in 0..<2000 where !condition() { try await Task.sleep(for: .milliseconds(5)) }
    try #require(condition())
  }

  @Test func twoWhoAskTheSameAtOnceShareOneCallAndEachKeepARow() async throws {
    let (answers, model) = (
      SharedAnswers(store: store, jobs: 2, meter: RunMeter(now: { 0 })), SlowModel()
    )
    let first = ask(answers, model, trial: 0)
    try await waitUntil { model.asked.load(ordering: .relaxed) == 1 }
    let second = ask(answers, model, trial: 1)
    try await Task.sleep(for: .milliseconds(50))
    model.open()
    #expect(try await first.value.source == .live)
    #expect(try await second.value.source == .cache)
    #expect(model.asked.load(ordering: .relaxed) == 1)
    for trial in trials { #expect(try await store.modelCalls(of: trial).count == 1) }
  }

  @Test func theCallGoesOnForTheOtherWhenItsFirstCallerIsCancelled() async throws {
    let (answers, model) = (
      SharedAnswers(store: store, jobs: 2, meter: RunMeter(now: { 0 })), SlowModel()
    )
    let first = ask(answers, model, trial: 0)
    try await waitUntil { model.asked.load(ordering: .relaxed) == 1 }
    let second = ask(answers, model, trial: 1)
    try await Task.sleep(for: .milliseconds(50))
    first.cancel()
    await #expect(throws: CancellationError.self) { try await first.value }
    model.open()
    guard case .success(let answer) = try await second.value.result else {
      Issue.record("the second caller got no answer")
      return
    }
    #expect(answer.text == "yes")
    #expect(model.cancelled.load(ordering: .relaxed) == 0)
  }

  @Test func aCallThatTheModelWasAskedGoesOnWithoutCallersAndIsStored() async throws {
    let (answers, model) = (
      SharedAnswers(store: store, jobs: 2, meter: RunMeter(now: { 0 })), SlowModel()
    )
    let first = ask(answers, model, trial: 0)
    try await waitUntil { model.asked.load(ordering: .relaxed) == 1 }
    let calls = [first, ask(answers, model, trial: 1)]
    try await Task.sleep(for: .milliseconds(50))
    for call in calls { call.cancel() }
    for call in calls {
      await #expect(throws: CancellationError.self) { try await call.value }
    }
    // Who asks now waits for the same call.
    let late = ask(answers, model, trial: 1)
    try await Task.sleep(for: .milliseconds(50))
    model.open()
    await answers.settle()
    #expect(try await late.value.source == .cache)
    #expect(model.asked.load(ordering: .relaxed) == 1)
    #expect(model.cancelled.load(ordering: .relaxed) == 0)
    #expect(try await store.modelCalls(of: trials[0]).map(\.answer) == ["yes"])
  }

  @Test func aCallThatWaitsForItsTurnEndsWithItsLastCaller() async throws {
    let (answers, model) = (
      SharedAnswers(store: store, jobs: 1, meter: RunMeter(now: { 0 })), SlowModel()
    )
    let first = ask(answers, model, trial: 0)
    try await waitUntil { model.asked.load(ordering: .relaxed) == 1 }
    let second = ask(answers, model, trial: 1, ModelRequest([.user("Bye")]))
    try await Task.sleep(for: .milliseconds(50))
    second.cancel()
    await #expect(throws: CancellationError.self) { try await second.value }
    model.open()
    _ = try await first.value
    await answers.settle()
    #expect(model.asked.load(ordering: .relaxed) == 1)
  }

  @Test func cancellingAbortsTheCallsUnderWay() async throws {
    let (answers, model) = (
      SharedAnswers(store: store, jobs: 2, meter: RunMeter(now: { 0 })), SlowModel()
    )
    let call = ask(answers, model, trial: 0)
    try await waitUntil { model.asked.load(ordering: .relaxed) == 1 }
    await answers.cancel()
    await answers.settle()
    await #expect(throws: CancellationError.self) { try await call.value }
    #expect(model.cancelled.load(ordering: .relaxed) == 1)
    #expect(try await store.modelCalls(of: trials[0]).isEmpty)
  }

  @Test func aCancelledWaiterGivesUpItsPlaceInTheQueue() async throws {
    let limit = CallLimit(1)
    let (gate, opener) = AsyncStream.makeStream(of: Void.self)
    let running = EventLog<Int>()
    let holder = Task {
      try await limit.run {
        running.append(1)
        for await _ in gate {}
      }
    }
    try await waitUntil { running.values.count == 1 }
    let waiter = Task { try await limit.run { running.append(1) } }
    try await Task.sleep(for: .milliseconds(50))
    waiter.cancel()
    await #expect(throws: CancellationError.self) { try await waiter.value }
    opener.finish()
    try await holder.value
    try await limit.run { running.append(1) }
    #expect(running.values.count == 2)
  }
}

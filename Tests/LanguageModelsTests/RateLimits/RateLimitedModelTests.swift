// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation
import HTTPTransport
import LoopbackServer
import Synchronization
import Testing

@testable import LanguageModels

struct RateLimitedModelTests {
  private let clock = ManualClock()
  private let waits = WaitLog()

  /// What was told about waits, in order.
  private final class WaitLog: Sendable {
    let events = Mutex<[WaitEvent]>([])
    var reasons: [WaitEvent.Reason] { events.withLock { $0.map(\.reason) } }
  }

  private func model(_ server: LoopbackServer, _ limits: RateLimits) -> ChatCompletionsModel {
    let (clock, waits) = (clock, waits)
    return ChatCompletionsModel(
      identity: ModelIdentity(provider: "test", model: "m"),
      endpoint: ChatCompletionsEndpoint(baseURL: server.baseURL),
      options: RemoteOptions(
        client: HTTPClient(), limits: limits, now: { clock.now },
        sleep: { try await clock.sleep($0) },
        onWait: { event in waits.events.withLock { $0.append(event) } }))
  }

  private static func request(_ index: Int, tokens: Int = 10) -> ModelRequest {
    ModelRequest([.user("Question \(index)")], maximumTokens: tokens)
  }

  @Test func noMinuteHasMoreRequestsThanTheUserAllows() async throws {
    let times = Mutex<[Duration]>([])
    let clock = clock
    let server = try LoopbackServer { _ in
      times.withLock { $0.append(clock.now) }
      return .answer(body: ScriptedProvider.reply("fine"))
    }
    defer { server.stop() }
    let model = model(server, RateLimits(requestsPerMinute: 3))
    for index in 0..<8 { _ = try await model.answer(Self.request(index)) }
    let sent = times.withLock(\.self)
    #expect(sent.count == 8)
    for index in 3..<8 { #expect(sent[index] - sent[index - 3] >= .seconds(60)) }
    #expect(clock.now == .seconds(120))
    #expect(Set(waits.reasons) == [.requestsPerMinute(3)])
  }

  @Test func aRepeatedRequestCountsAgain() async throws {
    let server = try LoopbackServer { request in
      request.index == 0
        ? .answer(status: 500, body: "") : .answer(body: ScriptedProvider.reply("fine"))
    }
    defer { server.stop() }
    let model = model(server, RateLimits(requestsPerMinute: 1))
    #expect(try await model.answer(Self.request(0)).attempts == 2)
    #expect(clock.now >= .seconds(60))
  }

  @Test func tokensAreReservedByEstimateAndCorrectedByTheReply() async throws {
    // A reply says that it cost 14 tokens; the request allows an answer of 500.
    let server = try LoopbackServer { _ in .answer(body: ScriptedProvider.reply("fine")) }
    defer { server.stop() }
    let model = model(server, RateLimits(tokensPerMinute: 520))
    // 503 tokens are reserved for each call, of which 489 are given back.
    for index in 0..<2 { _ = try await model.answer(Self.request(index, tokens: 500)) }
    #expect(clock.now == .zero)
    _ = try await model.answer(Self.request(2, tokens: 500))
    #expect(clock.now == .seconds(60))
    #expect(Set(waits.reasons) == [.tokensPerMinute(520)])
  }

  @Test func aLimitThatTheProviderTellsHoldsTheNextCallBack() async throws {
    let server = try LoopbackServer { request in
      .answer(
        headers: [
          ("x-ratelimit-limit-requests", "10"), ("x-ratelimit-reset-requests", "50s"),
          ("x-ratelimit-remaining-requests", request.index == 0 ? "0" : "9"),
        ], body: ScriptedProvider.reply("fine"))
    }
    defer { server.stop() }
    let model = model(server, RateLimits())
    _ = try await model.answer(Self.request(0))
    _ = try await model.answer(Self.request(1))
    // 10 requests come back in 50 seconds, the first after 5.
    #expect(abs(clock.now / .seconds(1) - 5) < 0.001)
    #expect(Set(waits.reasons) == [.providerLimit])
    let seconds = waits.events.withLock {
      $0.compactMap(\.delay).map { ($0 / .seconds(1)).rounded() }
    }
    #expect(seconds.prefix(5) == [5, 4, 3, 2, 1])
  }

  @Test func oneCallsRetryAfterHoldsAllCalls() async throws {
    let server = try LoopbackServer { request in
      request.index == 0
        ? .answer(status: 429, headers: [("Retry-After", "20")], body: "slow down")
        : .answer(body: ScriptedProvider.reply("fine"))
    }
    defer { server.stop() }
    let client = HTTPClient()
    let (clock, waits) = (clock, waits)
    // Its calls are sent once, so that the wait is not the repeated call's own.
    let model = ChatCompletionsModel(
      identity: ModelIdentity(provider: "test", model: "m"),
      endpoint: ChatCompletionsEndpoint(baseURL: server.baseURL),
      options: RemoteOptions(
        client: client, retryPolicy: .never, now: { clock.now },
        sleep: { try await clock.sleep($0) },
        onWait: { event in waits.events.withLock { $0.append(event) } }))
    await #expect(throws: LanguageModelError.self) { try await model.answer(Self.request(0)) }
    _ = try await model.answer(Self.request(1))
    #expect(clock.now == .seconds(20))
  }

  @Test func fewerCallsRunAtOnceAfterTheProviderHadTooMany() async throws {
    let arrivals = Mutex<[ContinuousClock.Instant]>([])
    let server = try LoopbackServer { request in
      if request.index < 8 { return .answer(status: 429, body: "too many") }
      arrivals.withLock { $0.append(.now) }
      return .answer(body: ScriptedProvider.reply("fine"), after: .milliseconds(60))
    }
    defer { server.stop() }
    let model = model(server, RateLimits(concurrency: 8))
    try await withThrowingTaskGroup(of: Void.self) { group in
      for index in 0..<8 {
        group.addTask { _ = try await model.answer(Self.request(index)) }
      }
      try await group.waitForAll()
    }
    let times = arrivals.withLock(\.self)
    #expect(times.count == 8)
    // Each is answered 60 ms after it came: what came within 59 ms was under way together.
    let together = times.map { time in
      times.count { $0 <= time && time - $0 < .milliseconds(59) }
    }
    #expect(together.max() ?? 0 <= 5)
    #expect(waits.reasons.contains { if case .concurrency = $0 { true } else { false } })
  }

  @Test func cancellingEndsAWaitForALimitAtOnce() async throws {
    let server = try LoopbackServer { _ in .answer(body: ScriptedProvider.reply("fine")) }
    defer { server.stop() }
    let waits = waits
    let model = ChatCompletionsModel(
      identity: ModelIdentity(provider: "test", model: "m"),
      endpoint: ChatCompletionsEndpoint(baseURL: server.baseURL),
      options: RemoteOptions(
        client: HTTPClient(), limits: RateLimits(requestsPerMinute: 1),
        sleep: { _ in try await Task.sleep(for: .seconds(3600)) },
        onWait: { event in waits.events.withLock { $0.append(event) } }))
    _ = try await model.answer(Self.request(0))
    let calls = (1...2).map { index in
      Task {
        await #expect(throws: LanguageModelError.self) {
          try await model.answer(Self.request(index))
        }
      }
    }
    await eventually { !waits.reasons.isEmpty }
    for call in calls { call.cancel() }
    for call in calls { #expect(await call.value?.code == .cancelled) }
    #expect(server.requests.count == 1)
  }

  @Test func cancellingEndsAWaitForAnotherCallAtOnce() async throws {
    let server = try LoopbackServer { _ in .silence }
    defer { server.stop() }
    let model = model(server, RateLimits(concurrency: 1))
    let first = Task { try? await model.answer(Self.request(0)) }
    await eventually { server.requests.count == 1 }
    let second = Task {
      await #expect(throws: LanguageModelError.self) {
        try await model.answer(Self.request(1))
      }
    }
    let waits = waits
    await eventually { !waits.reasons.isEmpty }
    second.cancel()
    #expect(await second.value?.code == .cancelled)
    first.cancel()
    _ = await first.value
    #expect(server.requests.count == 1)
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import HTTPTransport
import Testing

@testable import LanguageModels

struct ToldLimitsTests {
  @Test(arguments: [
    ("1s", 1.0), ("6m0s", 360), ("20ms", 0.02), ("1h2m3.5s", 3723.5), ("7m12s", 432), ("2m", 120),
    ("0.25", 0.25),
  ])
  func spansAreRead(text: String, seconds: Double) {
    let told = ToldLimits(headers: [
      HTTPHeader("x-ratelimit-remaining-requests", "3"),
      HTTPHeader("x-ratelimit-reset-requests", text),
    ])
    #expect(told.requests?.remaining == 3)
    #expect(told.requests?.reset == .seconds(seconds))
    #expect(told.tokens == nil)
  }

  @Test(arguments: ["soon", "-4", "", "nan", "1s2m"])
  func whatIsNoSpanIsLeftOut(text: String) {
    let told = ToldLimits(headers: [
      HTTPHeader("x-ratelimit-remaining-requests", "3"),
      HTTPHeader("x-ratelimit-reset-requests", text),
    ])
    #expect(told.requests?.remaining == 3)
    #expect(told.requests?.reset == nil)
  }

  @Test func anthropicsTimesAreComparedWithItsOwnClock() {
    let told = ToldLimits(headers: [
      HTTPHeader("Date", "Sat, 31 Jan 2026 23:59:30 GMT"),
      HTTPHeader("anthropic-ratelimit-tokens-limit", "80000"),
      HTTPHeader("anthropic-ratelimit-tokens-remaining", "1000"),
      HTTPHeader("anthropic-ratelimit-tokens-reset", "2026-02-01T00:00:15Z"),
    ])
    #expect(told.tokens == .init(limit: 80000, remaining: 1000, reset: .seconds(45)))
  }

  @Test func otherHeadersTellNothing() {
    #expect(ToldLimits(headers: [HTTPHeader("x-ratelimit-remaining-requests", "many")]) == .none)
    #expect(ToldLimits(headers: []) == .none)
  }
}

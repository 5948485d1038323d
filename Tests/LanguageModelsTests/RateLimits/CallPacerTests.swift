// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import HTTPTransport
import Testing

@testable import LanguageModels

struct CallPacerTests {
  private func pacer(_ limits: RateLimits, longestAdvice: Duration = .seconds(300)) -> CallPacer {
    CallPacer(limits: limits, longestAdvice: longestAdvice)
  }

  private func wait(_ decision: CallPacer.Decision) -> Duration? {
    if case .wait(let delay, _) = decision { delay } else { nil }
  }

  private func permit(_ decision: CallPacer.Decision) throws -> CallPacer.Permit {
    guard case .go(let permit) = decision else {
      Issue.record("not let through")
      throw CancellationError()
    }
    return permit
  }

  @Test(arguments: 0..<20) func noMinuteHasMoreRequestsThanTheLimit(seed: Int) {
    var pacer = pacer(RateLimits(requestsPerMinute: 5))
    var (now, times, state) = (Duration.zero, [Duration](), UInt64(seed) + 1)
    while times.count < 60 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      now += .milliseconds(Int(state >> 33) % 9000)
      if case .go = pacer.decide(tokens: 1, at: now) { times.append(now) }
    }
    for (index, time) in times.enumerated().dropFirst(5) {
      #expect(time - times[index - 5] >= .seconds(60))
    }
  }

  @Test func theWaitEndsExactlyWhenARequestIsAMinuteOld() throws {
    var pacer = pacer(RateLimits(requestsPerMinute: 2))
    _ = try permit(pacer.decide(tokens: 1, at: .seconds(10)))
    _ = try permit(pacer.decide(tokens: 1, at: .seconds(25)))
    #expect(wait(pacer.decide(tokens: 1, at: .seconds(30))) == .seconds(40))
    _ = try permit(pacer.decide(tokens: 1, at: .seconds(70)))
    #expect(wait(pacer.decide(tokens: 1, at: .seconds(70))) == .seconds(15))
  }

  @Test func whatAnEstimateHadTooMuchIsGivenBack() throws {
    var pacer = pacer(RateLimits(tokensPerMinute: 1000))
    let first = try permit(pacer.decide(tokens: 900, at: .zero))
    #expect(wait(pacer.decide(tokens: 900, at: .seconds(1))) == .seconds(59))
    pacer.finish(first, CallPacer.Ending(signal: .answered, tokens: 100), at: .seconds(2))
    _ = try permit(pacer.decide(tokens: 900, at: .seconds(2)))
    #expect(wait(pacer.decide(tokens: 1, at: .seconds(2))) == .seconds(58))
  }

  @Test func aCallThatIsLargerThanTheLimitGoesAlone() throws {
    var pacer = pacer(RateLimits(tokensPerMinute: 100))
    _ = try permit(pacer.decide(tokens: 5000, at: .zero))
    #expect(wait(pacer.decide(tokens: 1, at: .seconds(1))) == .seconds(59))
    _ = try permit(pacer.decide(tokens: 1, at: .seconds(60)))
  }

  @Test func aToldAllowanceFillsUpEvenly() throws {
    var pacer = pacer(RateLimits())
    let first = try permit(pacer.decide(tokens: 10, at: .zero))
    let headers = [
      HTTPHeader("x-ratelimit-limit-tokens", "1000"),
      HTTPHeader("X-RateLimit-Remaining-Tokens", "400"),
      HTTPHeader("x-ratelimit-reset-tokens", "1m0s"),
    ]
    let ending = CallPacer.Ending(
      signal: .answered, tokens: 10, told: ToldLimits(headers: headers))
    pacer.finish(first, ending, at: .zero)
    _ = try permit(pacer.decide(tokens: 400, at: .zero))
    // 600 tokens are missing for 60 seconds: 10 come back each second.
    #expect(wait(pacer.decide(tokens: 100, at: .zero)) == .seconds(10))
    #expect(wait(pacer.decide(tokens: 100, at: .seconds(4))) == .seconds(6))
    _ = try permit(pacer.decide(tokens: 100, at: .seconds(10)))
  }

  @Test func aReplyThatWasOvertakenGivesNothingBack() throws {
    var pacer = pacer(RateLimits())
    let calls = try (0..<2).map { _ in try permit(pacer.decide(tokens: 1, at: .zero)) }
    for (call, rest) in zip(calls, ["0", "1"]) {
      let headers = [
        HTTPHeader("x-ratelimit-limit-requests", "60"),
        HTTPHeader("x-ratelimit-remaining-requests", rest),
        HTTPHeader("x-ratelimit-reset-requests", "60s"),
      ]
      pacer.finish(call, CallPacer.Ending(told: ToldLimits(headers: headers)), at: .zero)
    }
    #expect(wait(pacer.decide(tokens: 1, at: .zero)) != nil)
  }

  @Test func adviceToWaitHoldsAllCallsUnlessItIsTooLong() throws {
    var pacer = pacer(RateLimits())
    let calls = try (0..<2).map { _ in try permit(pacer.decide(tokens: 1, at: .zero)) }
    pacer.finish(
      calls[0], CallPacer.Ending(signal: .overloaded, serverDelay: .seconds(301)), at: .zero)
    _ = try permit(pacer.decide(tokens: 1, at: .zero))
    pacer.finish(
      calls[1], CallPacer.Ending(signal: .overloaded, serverDelay: .seconds(300)), at: .seconds(5))
    #expect(wait(pacer.decide(tokens: 1, at: .seconds(5))) == .seconds(300))
  }

  @Test func overloadHalvesTheCallsUnderWayOnceAndAnswersBringThemBack() throws {
    var window = ConcurrencyWindow(maximum: 16)
    var numbers = (0..<16).map { _ in window.begin() }
    #expect(!window.hasRoom)
    for number in numbers { window.end(number, .overloaded) }
    #expect(window.limit == 8)
    numbers = (0..<8).map { _ in window.begin() }
    window.end(numbers.removeLast(), .overloaded)
    #expect(window.limit == 4)
    for number in numbers { window.end(number, .unclear) }
    #expect(window.limit == 4)
    for round in 5...16 {
      // A windowful of answers, each while the window is full, makes it one larger.
      for _ in 0..<round {
        var batch: [Int] = []
        while window.hasRoom { batch.append(window.begin()) }
        guard window.limit < round else {
          for number in batch { window.end(number, .unclear) }
          break
        }
        window.end(batch.removeLast(), .answered)
        for number in batch { window.end(number, .unclear) }
      }
      #expect(window.limit == round)
    }
  }

  @Test func theWindowNeverFallsBelowOneCall() {
    var window = ConcurrencyWindow(maximum: 2)
    for _ in 0..<10 { window.end(window.begin(), .overloaded) }
    #expect(window.limit == 1)
    #expect(window.hasRoom)
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import LanguageModels
import Testing

struct RetryPolicyTests {
  private let policy = RetryPolicy()
  private let digest = ContentDigest(of: "a request")

  @Test func waitsDoubleUpToTheLongestAndAreSpreadByUpToAHalf() {
    for (attempt, seconds) in [(1, 1), (2, 2), (3, 4), (6, 32), (7, 60), (60, 60)] {
      let delay = policy.delay(afterAttempt: attempt, serverDelay: nil, digest: digest)
      #expect(delay <= .seconds(seconds))
      #expect(delay > .milliseconds(500 * seconds))
    }
  }

  @Test func theSpreadIsMadeOfTheRequestAndTheAttempt() {
    func delay(_ text: String, _ attempt: Int) -> Duration {
      policy.delay(afterAttempt: attempt, serverDelay: nil, digest: ContentDigest(of: text))
    }
    #expect(delay("one", 1) == delay("one", 1))
    #expect(delay("one", 1) != delay("two", 1))
    #expect(delay("one", 7) != delay("one", 8))
    #expect(Set((0..<100).map { delay("\($0)", 1) }).count == 100)
  }

  @Test func aServersWaitIsNeverShortened() {
    for number in 0..<50 {
      let delay = policy.delay(
        afterAttempt: 1,
        serverDelay: .seconds(5),
        digest: ContentDigest(of: "\(number)")
      )
      #expect(delay >= .seconds(5) && delay <= .milliseconds(5250))
    }
  }

  @Test func onlyWhatMayPassIsRepeated() {
    for code in [LanguageModelError.Code.rateLimited, .serverFailed, .transport] {
      #expect(policy.attempts(for: code) == 6)
      #expect(RetryPolicy.never.attempts(for: code) == 1)
    }
    for code in [LanguageModelError.Code.timedOut, .malformed] {
      #expect(policy.attempts(for: code) == 2)
    }
    for code in [
      LanguageModelError.Code.quotaExhausted, .refused, .unauthorized, .invalidRequest, .cancelled,
      .contextExceeded, .notReady, .outOfScript, .missingReplay,
    ] {
      #expect(policy.attempts(for: code) == 1)
    }
  }
}

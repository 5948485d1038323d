// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import HTTPTransport

/// What a reply's headers say about the provider's limits.
///
/// Read are the headers of OpenAI, which many servers send too
/// (`x-ratelimit-remaining-requests: 59`, `x-ratelimit-reset-tokens: 6m0s`), and Anthropic's
/// (`anthropic-ratelimit-tokens-reset: 2026-01-01T00:00:00Z`).
struct ToldLimits: Sendable, Hashable {
  /// What is left of one limit.
  struct Quota: Sendable, Hashable {
    /// The whole; nil when the reply does not say.
    var limit: Int?
    /// What is left of it.
    var remaining: Int
    /// When the whole is there again; nil when the reply does not say.
    var reset: Duration?
  }

  /// What is left of the requests; nil when the reply does not say.
  var requests: Quota?
  /// What is left of the tokens; nil when the reply does not say.
  var tokens: Quota?

  /// Nothing was said.
  static let none = ToldLimits()

  private init() {}

  /// Reads the headers of a reply.
  init(headers: [HTTPHeader]) {
    requests = Self.quota(of: "requests", headers)
    tokens = Self.quota(of: "tokens", headers)
  }

  private static func quota(of kind: String, _ headers: [HTTPHeader]) -> Quota? {
    func values(_ name: (String) -> String) -> Quota? {
      guard let text = headers.value(named: name("remaining")), let remaining = Int(text),
        remaining >= 0
      else { return nil }
      return Quota(
        limit: headers.value(named: name("limit")).flatMap { Int($0) }, remaining: remaining,
        reset: headers.value(named: name("reset")).flatMap { reset($0, headers) })
    }
    return values { "x-ratelimit-\($0)-\(kind)" } ?? values { "anthropic-ratelimit-\(kind)-\($0)" }
  }

  private static func reset(_ text: String, _ headers: [HTTPHeader]) -> Duration? {
    if let seconds = Double(text) { return valid(seconds) }
    if let seconds = seconds(ofSpan: text) { return valid(seconds) }
    guard let then = ServerDelay.seconds(ofTimestamp: text),
      let sent = headers.value(named: "date"),
      let now = ServerDelay.seconds(ofDate: sent)
    else { return nil }
    return .seconds(max(0, then - now))
  }

  private static func valid(_ seconds: Double) -> Duration? {
    seconds.isFinite && seconds >= 0 && seconds < 1e9 ? .seconds(seconds) : nil
  }

  /// Seconds of a span such as `1h2m3.5s`, `6m0s` or `20ms`, or nil for another text.
  private static func seconds(ofSpan text: String) -> Double? {
    let span = /(?:(\d+)h)?(?:(\d+)m(?!s))?(?:(\d+(?:\.\d+)?)s)?(?:(\d+(?:\.\d+)?)ms)?/
    guard !text.isEmpty, let match = text.wholeMatch(of: span) else { return nil }
    func number(_ part: Substring?, times unit: Double) -> Double {
      (part.flatMap { Double($0) } ?? 0) * unit
    }
    return number(match.1, times: 3600) + number(match.2, times: 60) + number(match.3, times: 1)
      + number(match.4, times: 0.001)
  }
}

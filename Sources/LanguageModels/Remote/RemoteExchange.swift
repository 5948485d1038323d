// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import HTTPTransport
import Synchronization

/// Sends requests to a provider until they are answered or it is no use.
///
/// One exchange serves one model at one address, for any number of calls at once.
final class RemoteExchange: Sendable {
  private struct AttemptFailure: Error {
    let error: LanguageModelError
    let serverDelay: Duration?
    let isRejected: Bool
  }

  private let identity: ModelIdentity
  private let wire: any WireFormat
  private let secret: SecretKey?
  private let options: RemoteOptions
  private let gate: CallGate
  /// The most demanding answer format that the server has not refused.
  private let acceptedDemand = Mutex(2)

  init(
    identity: ModelIdentity,
    wire: any WireFormat,
    secret: SecretKey?,
    options: RemoteOptions
  ) {
    self.identity = identity
    self.wire = wire
    self.secret = secret
    self.options = options
    gate = CallGate(identity: identity, options: options)
  }

  /// Asks with the formats that the server may accept, from the wanted one down.
  ///
  /// A refused format is remembered only when the next one was accepted, because a server refuses
  /// requests for other reasons with the same status.
  func answer(_ request: ModelRequest) async throws(LanguageModelError) -> ModelAnswer {
    let accepted = acceptedDemand.withLock(\.self)
    let formats = request.answerFormat.fallbacks.filter { $0.demand <= accepted }
    var refusal: LanguageModelError?
    var attempts = 0
    for format in formats {
      do {
        var answer = try await persist(request, format: format)
        answer.attempts += attempts
        if refusal != nil { acceptedDemand.withLock { $0 = min($0, format.demand) } }
        return answer
      } catch {
        attempts += error.error.attempts
        guard error.isRejected, format != formats.last else { throw refusal ?? error.error }
        refusal = refusal ?? error.error
      }
    }
    throw refusal ?? LanguageModelError(.invalidRequest, "no answer format is left to try")
  }

  private func persist(
    _ request: ModelRequest,
    format: AnswerFormat
  ) async throws(AttemptFailure) -> ModelAnswer {
    let body = Array(wire.body(for: request, format: format).text.utf8)
    var attempt = 0
    while true {
      attempt += 1
      do {
        var answer = try await attemptOnce(request, body: body)
        answer.attempts = attempt
        return answer
      } catch {
        let digest = request.digest
        let failure = LanguageModelError(
          error.error.code,
          error.error.message,
          callDigest: digest,
          attempts: attempt
        )
        let stopped = AttemptFailure(
          error: failure,
          serverDelay: error.serverDelay,
          isRejected: error.isRejected
        )
        guard attempt < options.retryPolicy.attempts(for: failure.code),
          (error.serverDelay ?? .zero) <= options.retryPolicy.longestServerDelay
        else { throw stopped }
        try await pause(after: stopped, attempt: attempt, digest: digest)
      }
    }
  }

  private func pause(
    after failure: AttemptFailure,
    attempt: Int,
    digest: ContentDigest
  ) async throws(AttemptFailure) {
    let delay = options.retryPolicy.delay(
      afterAttempt: attempt,
      serverDelay: failure.serverDelay,
      digest: digest
    )
    options.onRetry(
      RetryEvent(identity: identity, error: failure.error, attempt: attempt, delay: delay)
    )
    do {
      try await options.sleep(delay)
    } catch {
      throw AttemptFailure(
        error: LanguageModelError(
          .cancelled,
          "the call was cancelled",
          callDigest: digest,
          attempts: attempt
        ),
        serverDelay: nil,
        isRejected: false
      )
    }
  }

  /// Sends the request once, as soon as the gate lets it through.
  private func attemptOnce(
    _ request: ModelRequest, body: [UInt8]
  ) async throws(AttemptFailure) -> ModelAnswer {
    let permit: CallPacer.Permit
    do {
      permit = try await gate.enter(tokens: TokenUsage.limit(of: request).totalTokens)
    } catch {
      let error = LanguageModelError(.cancelled, "the call was cancelled while it waited")
      throw AttemptFailure(error: error, serverDelay: nil, isRejected: false)
    }
    var ending = CallPacer.Ending()
    defer { gate.leave(permit, ending) }
    let response = try await send(body)
    ending.told = ToldLimits(headers: response.headers)
    guard response.status == 200 else {
      let error = LanguageModelError(response: response, identity: identity, secret: secret)
      let delay = ServerDelay.read(from: response.headers)
      if Self.overloadStatuses.contains(response.status), error.code != .quotaExhausted {
        ending.signal = .overloaded
        ending.serverDelay = delay
      }
      throw AttemptFailure(
        error: error, serverDelay: delay,
        isRejected: LanguageModelError.mayRejectFormat(response))
    }
    ending.signal = .answered
    do {
      let reply = try LanguageModelError.reply(of: response, identity: identity)
      var answer = try wire.answer(from: reply, to: request)
      answer.latency = response.latency
      // Some proxies repeat what they were sent; a short key may be a word of the answer.
      if let secret, secret.isLong { answer.text = secret.redacted(answer.text) }
      ending.tokens = answer.usage.totalTokens
      return answer
    } catch {
      throw AttemptFailure(error: error, serverDelay: nil, isRejected: false)
    }
  }

  /// Too many requests, unavailable, and Anthropic's overloaded.
  private static let overloadStatuses: Set<Int> = [429, 503, 529]

  private func send(_ body: [UInt8]) async throws(AttemptFailure) -> HTTPResponse {
    do {
      return try await options.client.send(
        HTTPRequest(
          "POST", url: wire.url,
          headers: [HTTPHeader("Content-Type", "application/json")] + wire.headers, body: body,
          connectTimeout: options.connectTimeout, timeout: options.timeout,
          maximumResponseBytes: options.maximumResponseBytes))
    } catch {
      throw AttemptFailure(
        error: LanguageModelError(transport: error), serverDelay: nil, isRejected: false)
    }
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import HTTPTransport
import LanguageModels
import LoopbackServer
import Testing

struct RemoteFailureTests {
  private static let answer = PlannedReply.answer(body: ScriptedProvider.reply("fine"))

  @Test func tooManyRequestsWaitsAsLongAsTheServerAsks() async throws {
    let provider = try ScriptedProvider { request in
      request.index == 0
        ? .answer(status: 429, headers: [("Retry-After", "7")], body: "slow down") : Self.answer
    }
    let answer = try await provider.model.answer(ModelRequest([.user("Hi")]))
    #expect(answer.attempts == 2)
    let delay = try #require(provider.delays.first)
    #expect(delay >= .seconds(7) && delay < .seconds(8))
    #expect(provider.events.map(\.attempt) == [1])
    #expect(provider.events.map(\.error.code) == [.rateLimited])
    #expect(provider.events.map(\.delay) == [delay])
  }

  @Test func aServerThatAsksForTooLongAWaitFailsAtOnce() async throws {
    let provider = try ScriptedProvider { _ in
      .answer(status: 429, headers: [("Retry-After", "3600")], body: "tomorrow")
    }
    let error = await provider.failure()
    #expect(error?.code == .rateLimited)
    #expect(error?.attempts == 1)
    #expect(provider.delays.isEmpty)
  }

  @Test(arguments: [
    (429, LanguageModelError.Code.rateLimited), (500, .serverFailed), (503, .serverFailed),
  ])
  func passingFailuresAreRepeatedSixTimes(
    status: Int,
    code: LanguageModelError.Code
  ) async throws {
    let provider = try ScriptedProvider { _ in .answer(status: status, body: "not now") }
    let error = await provider.failure()
    #expect(error?.code == code)
    #expect(error?.attempts == 6)
    #expect(error?.callDigest == ModelRequest([.user("Hi")]).digest)
    #expect(provider.server.requests.count == 6)
    #expect(provider.delays.count == 5)
    #expect(zip(provider.delays, [1, 2, 4, 8, 16]).allSatisfy { $0 <= .seconds($1) })
    #expect(zip(provider.delays, [1, 2, 4, 8, 16]).allSatisfy { $0 > .milliseconds(500 * $1) })
  }

  @Test func aFailureThatPassesIsAnswered() async throws {
    let provider = try ScriptedProvider { request in
      request.index < 2 ? .answer(status: 500, body: "") : Self.answer
    }
    let answer = try await provider.model.answer(ModelRequest([.user("Hi")]))
    #expect(answer.text == "fine")
    #expect(answer.attempts == 3)
  }

  @Test func aSlowFirstByteIsNoFailure() async throws {
    let provider = try ScriptedProvider { _ in
      .answer(body: ScriptedProvider.reply("fine"), after: .milliseconds(150))
    }
    let answer = try await provider.model.answer(ModelRequest([.user("Hi")]))
    #expect(answer.attempts == 1)
    #expect(answer.latency >= .milliseconds(150))
  }

  @Test func aServerThatNeverAnswersIsAskedTwice() async throws {
    let provider = try ScriptedProvider(timeout: .milliseconds(100)) { _ in .silence }
    let error = await provider.failure()
    #expect(error?.code == .timedOut)
    #expect(error?.attempts == 2)
  }

  @Test func aBodyThatIsCutOffIsAskedForAgain() async throws {
    let provider = try ScriptedProvider { request in
      request.index < 3 ? .cutAnswer(body: "{\"cho", promising: 900) : Self.answer
    }
    #expect(try await provider.model.answer(ModelRequest([.user("Hi")])).attempts == 4)
    let hopeless = try ScriptedProvider { _ in .cutAnswer(body: "{\"cho", promising: 900) }
    let error = await hopeless.failure()
    #expect(error?.code == .transport)
    #expect(error?.attempts == 6)
  }

  @Test(arguments: ["{\"choices\": [", "{}", "[]", "{\"choices\": []}", ""])
  func aReplyThatIsNotTheProtocolsIsAskedForTwice(body: String) async throws {
    let provider = try ScriptedProvider { _ in .answer(body: body) }
    let error = await provider.failure()
    #expect(error?.code == .malformed)
    #expect(error?.attempts == 2)
  }

  @Test func aPageInPlaceOfAReplyIsNamedByItsType() async throws {
    let provider = try ScriptedProvider { _ in
      .answer(headers: [("Content-Type", "text/html")], body: "<html>Sign in</html>")
    }
    let error = await provider.failure()
    #expect(error?.code == .malformed)
    #expect(error?.message.contains("text/html") == true)
  }

  @Test func aHugeReplyIsMalformed() async throws {
    let provider = try ScriptedProvider(maximumResponseBytes: 1000) { _ in
      .answer(body: ScriptedProvider.reply(String(repeating: "long ", count: 1000)))
    }
    let error = await provider.failure()
    #expect(error?.code == .malformed)
    #expect(error?.attempts == 2)
  }

  @Test func connectionsThatAreClosedAfterEachAnswerCostNoAttempt() async throws {
    let provider = try ScriptedProvider { _ in
      .answer(body: ScriptedProvider.reply("fine"), closing: true)
    }
    for _ in 0..<5 {
      #expect(try await provider.model.answer(ModelRequest([.user("Hi")])).attempts == 1)
    }
  }

  @Test(arguments: [
    (401, "{}", LanguageModelError.Code.unauthorized), (403, "", .unauthorized),
    (402, "", .quotaExhausted), (404, "no such model", .invalidRequest),
    (429, #"{"error":{"code":"insufficient_quota","message":"pay"}}"#, .quotaExhausted),
  ])
  func failuresThatStayAreNotRepeated(
    status: Int,
    body: String,
    code: LanguageModelError.Code
  ) async throws {
    let provider = try ScriptedProvider { _ in .answer(status: status, body: body) }
    let error = await provider.failure()
    #expect(error?.code == code)
    #expect(error?.attempts == 1)
    #expect(provider.server.requests.count == 1)
  }

  @Test func theKeyIsInNoErrorEvenWhenTheServerRepeatsIt() async throws {
    let provider = try ScriptedProvider { request in
      .answer(status: 401, body: "the key \(request.headers["authorization"] ?? "") is wrong")
    }
    let error = try #require(await provider.failure())
    var dumped = ""
    dump(error, to: &dumped)
    dump(provider.model, to: &dumped)
    #expect(error.message.contains("is wrong"))
    for text in [error.message, error.description, String(reflecting: error), dumped] {
      #expect(!text.contains(ScriptedProvider.key))
    }
  }

  @Test func cancellingEndsACallThatIsUnderWay() async throws {
    let provider = try ScriptedProvider { _ in .silence }
    let call = Task { await provider.failure() }
    await eventually { provider.server.requests.count == 1 }
    call.cancel()
    #expect(await call.value?.code == .cancelled)
    #expect(provider.server.requests.count == 1)
  }

  @Test func cancellingEndsTheWaitForTheNextAttempt() async throws {
    let server = try LoopbackServer { _ in .answer(status: 500, body: "") }
    defer { server.stop() }
    let policy = RetryPolicy(baseDelay: .seconds(3600), maximumDelay: .seconds(3600))
    let model = ChatCompletionsModel(
      identity: ModelIdentity(provider: "test", model: "m"),
      endpoint: ChatCompletionsEndpoint(baseURL: server.baseURL),
      options: RemoteOptions(client: HTTPClient(), retryPolicy: policy)
    )
    let call = Task {
      await #expect(throws: LanguageModelError.self) {
        try await model.answer(ModelRequest([.user("Hi")]))
      }
    }
    await eventually { server.requests.count == 1 }
    call.cancel()
    let error = await call.value
    #expect(error?.code == .cancelled)
    #expect(error?.attempts == 1)
  }

  @Test func anAddressWithoutAServerIsOneSentence() async throws {
    let server = try LoopbackServer { _ in .hangUp }
    server.stop()
    let url = server.baseURL
    let model = ChatCompletionsModel(
      identity: ModelIdentity(provider: url, model: "m"),
      endpoint: ChatCompletionsEndpoint(baseURL: url),
      options: RemoteOptions(client: HTTPClient())
    )
    await eventually {
      do throws(LanguageModelError) {
        try await model.checkReachable()
        return false
      } catch {
        return error.code == .transport && error.message.contains(url)
          && error.message.contains("base URL")
      }
    }
  }

  @Test(arguments: [(200, true), (404, true), (500, true), (401, false), (403, false)])
  func aServerIsReachableUnlessItRefusesTheKey(status: Int, isReachable: Bool) async throws {
    let provider = try ScriptedProvider { _ in .answer(status: status, body: "{}") }
    var isRefused = false
    do {
      try await provider.model.checkReachable()
    } catch {
      isRefused = error.code == .unauthorized
    }
    #expect(isRefused == !isReachable)
    #expect(provider.server.requests.map(\.path) == ["/v1/models"])
  }
}

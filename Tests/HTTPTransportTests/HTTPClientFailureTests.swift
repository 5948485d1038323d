// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import HTTPTransport
import LoopbackServer
import Testing

struct HTTPClientFailureTests {
  private let client = HTTPClient()

  private func failure(
    of request: HTTPRequest,
    with client: HTTPClient? = nil
  ) async -> HTTPTransportError? {
    do {
      _ = try await (client ?? self.client).send(request)
      return nil
    } catch {
      return error
    }
  }

  private func failure(
    limit: Duration = .seconds(60),
    maximumBytes: Int = 1 << 20,
    with plan: @escaping LoopbackServer.Plan
  ) async throws -> HTTPTransportError? {
    let server = try LoopbackServer(plan)
    defer { server.stop() }
    return await failure(
      of: HTTPRequest(url: server.baseURL, timeout: limit, maximumResponseBytes: maximumBytes)
    )
  }

  @Test func aBodyThatIsCutOffIsALostConnection() async throws {
    let error = try await failure { _ in .cutAnswer(body: "half of", promising: 100) }
    #expect(error?.code == .connectionLost)
  }

  @Test func aConnectionThatEndsWithoutAnAnswerIsLost() async throws {
    let error = try await failure { _ in .hangUp }
    #expect(error?.code == .connectionLost)
  }

  @Test func aServerThatDoesNotAnswerIsGivenUpAfterTheLimit() async throws {
    let error = try await failure(limit: .milliseconds(100)) { _ in
      .answer(body: "late", after: .seconds(4))
    }
    #expect(error?.code == .timedOut)
  }

  @Test func theLimitHoldsForTheWholeAnswer() async throws {
    let error = try await failure(limit: .milliseconds(200)) { _ in
      .slowAnswer(body: "late", pause: .seconds(4))
    }
    #expect(error?.code == .timedOut)
  }

  @Test func aSlowAnswerWithinTheLimitIsComplete() async throws {
    let server = try LoopbackServer { _ in .slowAnswer(body: "late", pause: .milliseconds(50)) }
    defer { server.stop() }
    #expect(try await client.send(HTTPRequest(url: server.baseURL)).text == "late")
  }

  @Test(arguments: [true, false])
  func anAnswerLargerThanAllowedIsRefused(isAnnounced: Bool) async throws {
    let body = String(repeating: "x", count: 5000)
    let error = try await failure(maximumBytes: 4999) { _ in
      isAnnounced
        ? .answer(body: body)
        : .answer(headers: [("Transfer-Encoding", "chunked")], body: "1388\r\n\(body)\r\n0\r\n\r\n")
    }
    #expect(error?.code == .responseTooLarge)
    #expect(error?.message.contains("4999") == true)
  }

  @Test func anAnswerOfTheAllowedSizeIsTaken() async throws {
    let body = String(repeating: "x", count: 5000)
    let server = try LoopbackServer { _ in .answer(body: body) }
    defer { server.stop() }
    let request = HTTPRequest(url: server.baseURL, maximumResponseBytes: 5000)
    #expect(try await client.send(request).body.count == 5000)
  }

  @Test func aPortWithoutAServerGivesNoConnection() async throws {
    let server = try LoopbackServer { _ in .hangUp }
    server.stop()
    let url = server.baseURL
    await eventually { await failure(of: HTTPRequest(url: url))?.code == .connectionFailed }
    let error = await failure(of: HTTPRequest(url: url + "/v1?key=hush"))
    #expect(error?.message.contains(url) == true)
    #expect(error?.message.contains("hush") == false)
  }

  @Test(arguments: ["ftp://host/file", "file:///etc/passwd", "no url", "http://", ""])
  func otherThanAbsoluteHTTPAddressesAreRefused(url: String) async {
    #expect(await failure(of: HTTPRequest(url: url))?.code == .invalidRequest)
  }

  @Test func aRedirectToAnotherProtocolIsRefused() async throws {
    let server = try LoopbackServer { _ in
      .answer(status: 302, headers: [("Location", "file:///etc/hostname")], body: "")
    }
    defer { server.stop() }
    let error = await failure(of: HTTPRequest(url: server.baseURL, followsRedirects: true))
    #expect(error?.code == .invalidRequest)
  }

  @Test(arguments: [("X-A", "b\r\nX-Forged: 1"), ("X-A\n", "b"), ("", "b")])
  func headersThatBreakOutOfTheirLineAreRefused(name: String, value: String) async {
    let request = HTTPRequest(url: "http://127.0.0.1:1", headers: [HTTPHeader(name, value)])
    let error = await failure(of: request)
    #expect(error?.code == .invalidRequest)
    #expect(error?.message.contains("Forged") == false)
  }

  @Test func cancellingAbortsTheTransferAndItsConnection() async throws {
    let server = try LoopbackServer { _ in .silence }
    defer { server.stop() }
    let calls = (0..<20).map { _ in
      Task { await failure(of: HTTPRequest(url: server.baseURL, timeout: .seconds(30))) }
    }
    await eventually { server.requests.count == 20 }
    for call in calls { call.cancel() }
    for call in calls { #expect(await call.value?.code == .cancelled) }
    await eventually { server.openConnections == 0 }
  }

  @Test func aTaskThatIsCancelledAlreadySendsNothing() async throws {
    let server = try LoopbackServer { _ in .silence }
    defer { server.stop() }
    let call = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return await failure(of: HTTPRequest(url: server.baseURL, timeout: .seconds(30)))
    }
    #expect(await call.value?.code == .cancelled)
    #expect(server.requests.isEmpty)
  }

  @Test func shuttingDownFailsWhatIsUnderWayAndWhatComesLater() async throws {
    let server = try LoopbackServer { _ in .silence }
    defer { server.stop() }
    let client = HTTPClient()
    let call = Task { await failure(of: HTTPRequest(url: server.baseURL), with: client) }
    await eventually { server.requests.count == 1 }
    client.shutDown()
    #expect(await call.value?.code == .shutDown)
    #expect(await failure(of: HTTPRequest(url: server.baseURL), with: client)?.code == .shutDown)
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import HTTPTransport
import LoopbackServer
import Testing

struct HTTPClientTests {
  private let client = HTTPClient()

  @Test func bodyAndHeadersArriveAndTheAnswerComesBack() async throws {
    let server = try LoopbackServer { _ in
      .answer(status: 201, headers: [("X-Kind", " planned ")], body: "made")
    }
    defer { server.stop() }
    let response = try await client.send(
      HTTPRequest(
        "POST",
        url: server.baseURL + "/things?page=2",
        headers: [HTTPHeader("X-Colour", "green"), HTTPHeader("X-Empty", "")],
        body: Array("hello".utf8)
      )
    )
    #expect(response.status == 201)
    #expect(response.text == "made")
    #expect(response.headers.value(named: "x-kind") == "planned")
    #expect(response.latency > .zero)
    let request = try #require(server.requests.first)
    #expect(request.method == "POST")
    #expect(request.path == "/things?page=2")
    #expect(request.headers["x-colour"] == "green")
    #expect(request.headers["x-empty"] == "")
    #expect(request.headers["user-agent"] == "optobench")
    #expect(request.headers["expect"] == nil)
    #expect(request.body == "hello")
  }

  @Test(arguments: ["GET", "HEAD", "PUT", "DELETE", "POST"])
  func methodsAreSentAsTheyAreNamed(method: String) async throws {
    let server = try LoopbackServer { request in
      .answer(body: request.method == "HEAD" ? "" : "x")
    }
    defer { server.stop() }
    let response = try await client.send(HTTPRequest(method, url: server.baseURL))
    #expect(response.status == 200)
    #expect(server.requests.map(\.method) == [method])
  }

  @Test func aStatusThatReportsAFailureIsANormalResult() async throws {
    let server = try LoopbackServer { _ in .answer(status: 500, body: "broken") }
    defer { server.stop() }
    let response = try await client.send(HTTPRequest(url: server.baseURL))
    #expect(response.status == 500)
    #expect(response.text == "broken")
  }

  @Test func requestsInTurnShareOneConnection() async throws {
    let server = try LoopbackServer { .answer(body: "\($0.index)") }
    defer { server.stop() }
    for index in 0..<10 {
      #expect(try await client.send(HTTPRequest(url: server.baseURL)).text == "\(index)")
    }
    #expect(server.acceptedConnections == 1)
  }

  @Test func connectionsThatTheServerClosesAreReplaced() async throws {
    let server = try LoopbackServer { .answer(body: "\($0.index)", closing: true) }
    defer { server.stop() }
    for index in 0..<10 {
      #expect(try await client.send(HTTPRequest(url: server.baseURL)).text == "\(index)")
    }
    #expect(server.acceptedConnections == 10)
  }

  @Test func aLargeBodyIsSentWithoutAskingFirst() async throws {
    let server = try LoopbackServer { .answer(body: "\($0.body.utf8.count)") }
    defer { server.stop() }
    let body = [UInt8](repeating: UInt8(ascii: "a"), count: 3 << 20)
    let response = try await client.send(HTTPRequest("POST", url: server.baseURL, body: body))
    #expect(response.text == "\(3 << 20)")
  }

  @Test func redirectsAreFollowedOnlyWhenAskedFor() async throws {
    let server = try LoopbackServer { request in
      request.path == "/old"
        ? .answer(status: 302, headers: [("Location", "/new")], body: "moved")
        : .answer(body: "here")
    }
    defer { server.stop() }
    var request = HTTPRequest(url: server.baseURL + "/old")
    #expect(try await client.send(request).status == 302)
    request.followsRedirects = true
    let response = try await client.send(request)
    #expect(response.status == 200)
    #expect(response.text == "here")
    #expect(response.headers.value(named: "location") == nil)
  }

  @Test func aThousandCallsAtOnceEachGetTheirOwnAnswer() async throws {
    let server = try LoopbackServer { .answer(body: $0.body, after: .milliseconds(5)) }
    defer { server.stop() }
    let client = HTTPClient(settings: HTTPClient.Settings(maximumConnectionsPerHost: 64))
    let answers = try await withThrowingTaskGroup(of: (Int, String).self) { group in
      for number in 0..<1000 {
        group.addTask {
          let request = HTTPRequest("POST", url: server.baseURL, body: Array("\(number)".utf8))
          return (number, try await client.send(request).text)
        }
      }
      return try await group.reduce(into: [Int: String]()) { $0[$1.0] = $1.1 }
    }
    #expect(answers.count == 1000)
    #expect(answers.allSatisfy { "\($0.key)" == $0.value })
    #expect(server.acceptedConnections <= 64)
    client.shutDown()
    await eventually { server.openConnections == 0 }
  }

  @Test func settingsTakeTheCertificatesFromTheEnvironment() {
    let both = ["CURL_CA_BUNDLE": "/a.pem", "SSL_CERT_FILE": "/b.pem"]
    #expect(HTTPClient.Settings(environment: both).certificateAuthorityFile == "/a.pem")
    let one = ["CURL_CA_BUNDLE": "", "SSL_CERT_FILE": "/b.pem"]
    #expect(HTTPClient.Settings(environment: one).certificateAuthorityFile == "/b.pem")
    #expect(HTTPClient.Settings(environment: [:]).certificateAuthorityFile == nil)
  }
}

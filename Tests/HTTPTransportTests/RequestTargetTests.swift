// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import HTTPTransport

struct RequestTargetTests {
  @Test(arguments: [
    ("http://LocalHost:8000/v1", "localhost", "http://localhost:8000"),
    ("https://user:pass@example.org/a?key=1", "example.org", "https://example.org"),
    ("http://[::1]:80/x", "::1", "http://[::1]:80"),
  ])
  func originHasNeitherUserNorPath(url: String, host: String, origin: String) {
    let target = RequestTarget(url: url)
    #expect(target?.host == host)
    #expect(target?.origin == origin)
  }

  @Test(arguments: [
    ("http://localhost/", true), ("http://a.localhost/", true), ("http://127.3.2.1/", true),
    ("http://[::1]/", true), ("http://127.0.0.1.example.org/", false), ("http://10.0.0.1/", false),
    ("http://notlocalhost/", false), ("http://128.0.0.1/", false),
  ])
  func onlyThisMachineIsLoopback(url: String, isLoopback: Bool) {
    #expect(RequestTarget(url: url)?.isLoopback == isLoopback)
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// A complete answer to a request.
package struct HTTPResponse: Sendable, Hashable {
  /// The status code; one that reports a failure is a normal result, not a thrown error.
  package var status: Int
  /// The headers of the last answer, after redirects.
  package var headers: [HTTPHeader]
  /// The body, decompressed.
  package var body: [UInt8]
  /// The time from the start of the request to the last byte of the answer.
  package var latency: Duration

  /// The body as text, with invalid UTF-8 replaced.
  ///
  /// - Complexity: O(*n*) in the length of the body.
  package var text: String { String(decoding: body, as: UTF8.self) }

  /// Creates a response.
  package init(
    status: Int,
    headers: [HTTPHeader] = [],
    body: [UInt8] = [],
    latency: Duration = .zero
  ) {
    self.status = status
    self.headers = headers
    self.body = body
    self.latency = latency
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// A request of one HTTP or HTTPS resource, with the limits that end it.
package struct HTTPRequest: Sendable, Hashable {
  /// The method, as `GET` or `POST`.
  package var method: String
  /// The absolute URL; http and https only.
  package var url: String
  /// The headers in the order in which they are sent.
  package var headers: [HTTPHeader]
  /// The bytes to send; none for most methods.
  package var body: [UInt8]
  /// How long a connection may take to come about.
  package var connectTimeout: Duration
  /// How long all may take, from the start to the last byte of the answer.
  package var timeout: Duration
  /// How many bytes the answer's body may have after decompression.
  package var maximumResponseBytes: Int
  /// Whether an answer that points elsewhere is followed, eight times at most.
  package var followsRedirects: Bool

  /// Creates a request.
  package init(
    _ method: String = "GET",
    url: String,
    headers: [HTTPHeader] = [],
    body: [UInt8] = [],
    connectTimeout: Duration = .seconds(10),
    timeout: Duration = .seconds(600),
    maximumResponseBytes: Int = 64 << 20,
    followsRedirects: Bool = false
  ) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
    self.connectTimeout = connectTimeout
    self.timeout = timeout
    self.maximumResponseBytes = maximumResponseBytes
    self.followsRedirects = followsRedirects
  }
}

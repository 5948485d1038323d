// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import HTTPTransport

extension DataDownload {
  /// Gets an address over HTTP, following redirects, with a connection of its own.
  package static let overHTTP: Fetch = { address, byteLimit in
    let client = HTTPClient()
    defer { client.shutDown() }
    let request = HTTPRequest(
      url: address,
      timeout: .seconds(120),
      maximumResponseBytes: byteLimit,
      followsRedirects: true
    )
    let response = try await client.send(request)
    guard response.status == 200 else { throw UnexpectedStatus(status: response.status) }
    return response.body
  }

  private struct UnexpectedStatus: Error, CustomStringConvertible {
    let status: Int
    var description: String { "the server answered with status \(status)" }
  }
}

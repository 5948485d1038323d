// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// A request as the server got it.
package struct ReceivedRequest: Sendable {
  /// Counts the server's requests, from 0.
  package let index: Int
  /// Counts the server's connections, from 0.
  package let connection: Int
  /// The method.
  package let method: String
  /// The path with its query.
  package let path: String
  /// The header lines, names in lower case.
  package let headers: [String: String]
  /// The body.
  package let body: String
}

extension ReceivedRequest {
  /// Reads the request at the start of the bytes, or gives nil while it is incomplete.
  static func parse(
    _ bytes: [UInt8],
    index: Int,
    connection: Int
  ) -> (request: ReceivedRequest, length: Int)? {
    let mark = Array("\r\n\r\n".utf8)
    guard let end = bytes.firstRange(of: mark) else { return nil }
    let head = String(decoding: bytes[..<end.lowerBound], as: UTF8.self)
    var lines = head.split(separator: "\r\n").map(String.init)
    let words = lines.removeFirst().split(separator: " ").map(String.init)
    guard words.count == 3 else { return nil }
    var headers: [String: String] = [:]
    for line in lines {
      let parts = line.split(separator: ":", maxSplits: 1)
      let value = parts.count > 1 ? parts[1].drop { $0 == " " } : ""
      headers[parts[0].lowercased()] = String(value)
    }
    let count = headers["content-length"].flatMap { Int($0) } ?? 0
    let length = end.upperBound + count
    guard bytes.count >= length else { return nil }
    let request = ReceivedRequest(
      index: index,
      connection: connection,
      method: words[0],
      path: words[1],
      headers: headers,
      body: String(decoding: bytes[end.upperBound..<length], as: UTF8.self)
    )
    return (request, length)
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation
import HTTPTransport

extension DataDownload {
  /// Gets a piece over HTTP, following redirects, with a connection of its own.
  package static let overHTTP: Fetch = { address, piece in
    let client = HTTPClient()
    defer { client.shutDown() }
    return try await get(address, piece, by: client)
  }

  /// Gets a piece from a mirror: over HTTP when the address begins so, else from a file.
  package static let fromMirror: Fetch = { address, piece in
    if address.hasPrefix("http://") || address.hasPrefix("https://") {
      return try await overHTTP(address, piece)
    }
    guard let handle = FileHandle(forReadingAtPath: address) else { throw MissingFile() }
    defer { try? handle.close() }
    try handle.seek(toOffset: UInt64(piece.range.lowerBound))
    return Array(try handle.read(upToCount: piece.range.count) ?? Data())
  }

  private static func get(
    _ address: String, _ piece: DataPiece, by client: HTTPClient
  ) async throws -> [UInt8] {
    let request = HTTPRequest(
      url: address,
      // Places in a compressed body would not be places in the file.
      headers: [
        HTTPHeader("Accept-Encoding", "identity"),
        HTTPHeader("Range", "bytes=\(piece.range.lowerBound)-\(piece.range.upperBound - 1)"),
      ],
      timeout: .seconds(120),
      maximumResponseBytes: piece.fileByteCount,
      followsRedirects: true
    )
    let response = try await client.send(request)
    guard [200, 206].contains(response.status) else {
      throw UnexpectedStatus(status: response.status)
    }
    return response.body
  }

  private struct UnexpectedStatus: Error, CustomStringConvertible {
    let status: Int
    var description: String { "the server answered with status \(status)" }
  }

  private struct MissingFile: Error, CustomStringConvertible {
    let description = "there is no such file"
  }
}

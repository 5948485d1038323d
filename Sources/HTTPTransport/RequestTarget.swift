// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CCurl

/// What libcurl itself understood of a URL.
struct RequestTarget {
  /// The host in lower case, without brackets.
  let host: String
  /// Scheme, host and port: enough to name the server in a message.
  let origin: String

  /// Reads a URL as libcurl does, or gives nil when it is no absolute http or https URL.
  init?(url: String) {
    guard let parser = curl_url() else { return nil }
    defer { curl_url_cleanup(parser) }
    guard curl_url_set(parser, CURLUPART_URL, url, 0) == CURLUE_OK,
      let scheme = Self.part(CURLUPART_SCHEME, of: parser)?.lowercased(),
      scheme == "http" || scheme == "https",
      let host = Self.part(CURLUPART_HOST, of: parser)?.lowercased(), !host.isEmpty
    else { return nil }
    let port = Self.part(CURLUPART_PORT, of: parser).map { ":\($0)" } ?? ""
    self.host = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
    origin = "\(scheme)://\(host)\(port)"
  }

  /// Whether the host is this machine by name or number, so that no proxy may stand between.
  var isLoopback: Bool {
    if host == "localhost" || host.hasSuffix(".localhost") || host == "::1" { return true }
    let numbers = host.split(separator: ".", omittingEmptySubsequences: false)
    return numbers.count == 4 && numbers[0] == "127" && numbers.allSatisfy { UInt8($0) != nil }
  }

  private static func part(_ part: CURLUPart, of parser: OpaquePointer) -> String? {
    var text: UnsafeMutablePointer<CChar>?
    guard curl_url_get(parser, part, &text, 0) == CURLUE_OK, let text else { return nil }
    defer { curl_free(text) }
    return String(cString: text)
  }
}

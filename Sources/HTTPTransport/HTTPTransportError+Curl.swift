// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CCurl
import Synchronization

extension HTTPTransportError {
  static let cancelled = HTTPTransportError(.cancelled, "the request was cancelled")
  static let shutDown = HTTPTransportError(.shutDown, "the HTTP client was shut down")

  /// Reads libcurl's result of a transfer.
  init(code: CURLcode, transfer: Transfer) {
    let server = transfer.target.origin
    let limit = transfer.request.maximumResponseBytes
    let reason = String(cString: curl_easy_strerror(code))
    switch code {
    case _ where transfer.received.withLock(\.isTooLarge), CURLE_FILESIZE_EXCEEDED:
      self.init(.responseTooLarge, "the answer of \(server) is larger than \(limit) bytes")
    case CURLE_OPERATION_TIMEDOUT:
      self.init(.timedOut, "\(server) did not answer in time")
    case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY:
      self.init(.nameNotResolved, "the name in \(server) cannot be resolved (\(reason))")
    case CURLE_COULDNT_CONNECT:
      self.init(.connectionFailed, "no connection to \(server) (\(reason))")
    case CURLE_PARTIAL_FILE, CURLE_GOT_NOTHING, CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_HTTP2,
      CURLE_HTTP2_STREAM, CURLE_WEIRD_SERVER_REPLY, CURLE_BAD_CONTENT_ENCODING:
      self.init(.connectionLost, "the answer of \(server) was cut off (\(reason))")
    case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CACERT_BADFILE:
      self.init(.untrusted, "no trusted connection to \(server) (\(reason))")
    case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL:
      self.init(.invalidRequest, "\(server) led to a URL that cannot be used (\(reason))")
    default:
      self.init(.unknown, "the request to \(server) failed (\(reason), libcurl \(code.rawValue))")
    }
  }
}

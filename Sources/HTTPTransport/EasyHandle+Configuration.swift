// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CCurl

extension UnsafeMutableRawPointer {
  /// Prepares this easy handle for a transfer; the result is to be freed after the transfer.
  func configure(
    for transfer: Transfer,
    settings: HTTPClient.Settings
  ) -> UnsafeMutablePointer<curl_slist>? {
    let request = transfer.request
    _ = ccurl_allow_http_only(self)
    _ = ccurl_set_text(self, CURLOPT_URL, request.url)
    _ = ccurl_set_long(self, CURLOPT_NOSIGNAL, 1)
    _ = ccurl_set_long(self, CURLOPT_TCP_KEEPALIVE, 1)
    _ = ccurl_set_long(self, CURLOPT_CONNECTTIMEOUT_MS, request.connectTimeout.milliseconds)
    _ = ccurl_set_long(self, CURLOPT_TIMEOUT_MS, request.timeout.milliseconds)
    _ = ccurl_set_offset(
      self,
      CURLOPT_MAXFILESIZE_LARGE,
      curl_off_t(max(1, request.maximumResponseBytes))
    )
    _ = ccurl_set_text(self, CURLOPT_ACCEPT_ENCODING, "")
    _ = ccurl_set_long(self, CURLOPT_FOLLOWLOCATION, request.followsRedirects ? 1 : 0)
    _ = ccurl_set_long(self, CURLOPT_MAXREDIRS, 8)
    if transfer.target.isLoopback { _ = ccurl_set_text(self, CURLOPT_PROXY, "") }
    if let file = settings.certificateAuthorityFile {
      _ = ccurl_set_text(self, CURLOPT_CAINFO, file)
    }
    setBody(of: request)
    let context = Unmanaged.passUnretained(transfer).toOpaque()
    _ = ccurl_set_context(self, context)
    setCallbacks(context: context)
    return setHeaders(of: request, agent: settings.userAgent)
  }

  private func setBody(of request: HTTPRequest) {
    if request.method == "HEAD" {
      _ = ccurl_set_long(self, CURLOPT_NOBODY, 1)
      return
    }
    if request.method != "GET" || !request.body.isEmpty {
      _ = ccurl_set_long(self, CURLOPT_POST, 1)
      request.body.withUnsafeBytes { bytes in
        // A null pointer would make libcurl read the body from standard input.
        withUnsafeBytes(of: UInt8(0)) { nothing in
          _ = ccurl_set_body(
            self,
            bytes.baseAddress ?? nothing.baseAddress,
            curl_off_t(bytes.count)
          )
        }
      }
    }
    if request.method != "GET" && request.method != "POST" {
      _ = ccurl_set_text(self, CURLOPT_CUSTOMREQUEST, request.method)
    }
  }

  private func setHeaders(
    of request: HTTPRequest,
    agent: String
  ) -> UnsafeMutablePointer<curl_slist>? {
    // Without an empty Expect header a large body waits for the server's permission.
    var list = curl_slist_append(nil, "Expect:")
    list = curl_slist_append(list, "User-Agent: \(agent)")
    for header in request.headers {
      let line = header.value.isEmpty ? "\(header.name);" : "\(header.name): \(header.value)"
      list = curl_slist_append(list, line)
    }
    _ = ccurl_set_headers(self, list)
    return list
  }

  private func setCallbacks(context: UnsafeMutableRawPointer) {
    let onBody: ccurl_data_callback = { data, size, count, context in
      guard let context else { return 0 }
      let transfer = Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
      let bytes = UnsafeRawBufferPointer(start: data, count: size * count)
      // Anything but the full count makes libcurl abort the transfer.
      return transfer.append(bytes) ? bytes.count : Int(bytes.isEmpty ? 1 : 0)
    }
    let onHeader: ccurl_data_callback = { data, size, count, context in
      guard let context else { return 0 }
      let transfer = Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
      transfer.append(headerLine: UnsafeRawBufferPointer(start: data, count: size * count))
      return size * count
    }
    _ = ccurl_on_body(self, onBody, context)
    _ = ccurl_on_header(self, onHeader, context)
  }
}

extension Duration {
  /// Whole milliseconds, at least one, because zero means no limit to libcurl.
  fileprivate var milliseconds: Int {
    let (seconds, attoseconds) = components
    let (product, overflow) = Int(seconds).multipliedReportingOverflow(by: 1000)
    return overflow ? .max : max(1, product + Int(attoseconds / 1_000_000_000_000_000))
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CCurl
import Synchronization

/// The I/O thread's own state: libcurl's multi handle and the transfers in it.
///
/// Made, used and ended on one thread.
final class TransferLoop {
  private struct Live {
    let handle: UnsafeMutableRawPointer
    let transfer: Transfer
    let headers: UnsafeMutablePointer<curl_slist>?
  }

  private let mailbox: TransferMailbox
  private let settings: HTTPClient.Settings
  private let multi: UnsafeMutableRawPointer
  private var live: [ObjectIdentifier: Live] = [:]
  private var idle: [UnsafeMutableRawPointer] = []

  /// Creates the multi handle, or gives nil when there is no memory for one.
  init?(mailbox: TransferMailbox, settings: HTTPClient.Settings) {
    guard let multi = curl_multi_init() else { return nil }
    self.mailbox = mailbox
    self.settings = settings
    self.multi = multi
    _ = ccurl_multi_set_long(multi, CURLMOPT_MAXCONNECTS, settings.keptConnections)
    _ = ccurl_multi_set_long(
      multi,
      CURLMOPT_MAX_HOST_CONNECTIONS,
      settings.maximumConnectionsPerHost
    )
    mailbox.wake(multi)
  }

  /// Runs until the mailbox is closed, then fails what is still under way and frees everything.
  func run() {
    var running: Int32 = 0
    while true {
      let delivery = mailbox.collect()
      for command in delivery.commands {
        switch command {
        case .start(let transfer): start(transfer)
        case .cancel(let transfer): cancel(transfer)
        }
      }
      if delivery.isClosing { break }
      curl_multi_perform(multi, &running)
      var code = CURLE_OK
      while let handle = ccurl_next_finished(multi, &code) { finish(handle, code: code) }
      curl_multi_poll(multi, nil, 0, 60_000, nil)
    }
    end()
  }

  private func end() {
    mailbox.wake(nil)
    for transfer in live.values.map(\.transfer) {
      release(transfer)
      transfer.finish(.failure(.shutDown))
    }
    for handle in idle { curl_easy_cleanup(handle) }
    curl_multi_cleanup(multi)
  }

  private func start(_ transfer: Transfer) {
    guard !transfer.isCancelled.load(ordering: .acquiring) else {
      transfer.finish(.failure(.cancelled))
      return
    }
    guard let handle = idle.popLast() ?? curl_easy_init() else {
      transfer.finish(.failure(HTTPTransportError(.unknown, "libcurl has no memory for a request")))
      return
    }
    let headers = handle.configure(for: transfer, settings: settings)
    live[ObjectIdentifier(transfer)] = Live(handle: handle, transfer: transfer, headers: headers)
    let code = curl_multi_add_handle(multi, handle)
    guard code != CURLM_OK else { return }
    release(transfer)
    let reason = String(cString: curl_multi_strerror(code))
    transfer.finish(.failure(HTTPTransportError(.unknown, "libcurl refused a request: \(reason)")))
  }

  private func cancel(_ transfer: Transfer) {
    guard live[ObjectIdentifier(transfer)] != nil else { return }
    release(transfer)
    transfer.finish(.failure(.cancelled))
  }

  private func finish(_ handle: UnsafeMutableRawPointer, code: CURLcode) {
    guard let context = ccurl_context(handle) else { return }
    let transfer = Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
    let status = ccurl_status(handle)
    let latency = Duration.microseconds(ccurl_total_microseconds(handle))
    release(transfer)
    guard code == CURLE_OK else {
      transfer.finish(.failure(HTTPTransportError(code: code, transfer: transfer)))
      return
    }
    let received = transfer.received.withLock { received in
      defer { received = Transfer.Received() }
      return received
    }
    transfer.finish(
      .success(
        HTTPResponse(
          status: status,
          headers: received.headers,
          body: received.body,
          latency: latency
        )
      )
    )
  }

  private func release(_ transfer: Transfer) {
    guard let entry = live.removeValue(forKey: ObjectIdentifier(transfer)) else { return }
    curl_multi_remove_handle(multi, entry.handle)
    curl_slist_free_all(entry.headers)
    curl_easy_reset(entry.handle)
    if idle.count < settings.keptConnections {
      idle.append(entry.handle)
    } else {
      curl_easy_cleanup(entry.handle)
    }
  }
}

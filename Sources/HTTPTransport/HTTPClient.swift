// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CCurl
import Foundation
import Synchronization

/// Sends HTTP requests through libcurl, all of them on one I/O thread.
///
/// Connections are kept and shared, HTTP/2 is used where the server offers it, proxies and
/// certificate authorities come from the environment (no proxy for loopback addresses).
/// The thread ends when the client is shut down or freed.
package final class HTTPClient: Sendable {
  /// How a client behaves for all of its requests.
  package struct Settings: Sendable, Hashable {
    /// Most connections to one host at a time, for which further requests wait; 0 means no limit.
    package var maximumConnectionsPerHost: Int
    /// How many idle connections are kept for later requests.
    package var keptConnections: Int
    /// The PEM file of certificate authorities to trust instead of the system's.
    package var certificateAuthorityFile: String?
    /// What the client calls itself.
    package var userAgent: String

    /// Creates settings; the certificate file is taken from `CURL_CA_BUNDLE` or `SSL_CERT_FILE`.
    package init(
      maximumConnectionsPerHost: Int = 0,
      keptConnections: Int = 256,
      userAgent: String = "optobench",
      environment: [String: String] = ProcessInfo.processInfo.environment
    ) {
      self.maximumConnectionsPerHost = maximumConnectionsPerHost
      self.keptConnections = keptConnections
      self.userAgent = userAgent
      let named = [environment["CURL_CA_BUNDLE"], environment["SSL_CERT_FILE"]]
      certificateAuthorityFile = named.compactMap(\.self).first { !$0.isEmpty }
    }
  }

  private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK
  private let mailbox = TransferMailbox()

  /// Creates a client and starts its I/O thread.
  package init(settings: Settings = Settings()) {
    guard Self.isReady else {
      mailbox.close()
      return
    }
    let mailbox = mailbox
    let thread = Thread {
      guard let loop = TransferLoop(mailbox: mailbox, settings: settings) else {
        mailbox.close()
        for case .start(let transfer) in mailbox.collect().commands {
          transfer.finish(.failure(.shutDown))
        }
        return
      }
      loop.run()
    }
    thread.name = "http-transport"
    thread.stackSize = 1 << 20
    thread.start()
  }

  deinit { mailbox.close() }

  /// Ends the I/O thread; requests under way and later ones fail with `shutDown`.
  package func shutDown() { mailbox.close() }

  /// Sends a request and waits for its complete answer.
  ///
  /// Cancelling the task aborts the transfer and closes its connection. A status code that reports
  /// a failure is a normal result.
  ///
  /// - Throws: ``HTTPTransportError`` when there is no complete answer, the code saying why.
  package func send(_ request: HTTPRequest) async throws(HTTPTransportError) -> HTTPResponse {
    guard let target = RequestTarget(url: request.url) else {
      throw HTTPTransportError(
        .invalidRequest,
        "\"\(request.url.prefix { $0 != "?" })\" is not an absolute http or https URL"
      )
    }
    guard request.isSafe else {
      throw HTTPTransportError(
        .invalidRequest,
        "a method or header for \(target.origin) has a line break or is empty"
      )
    }
    let transfer = Transfer(request: request, target: target)
    let outcome = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        transfer.wait(with: continuation)
        guard mailbox.post(.start(transfer)) else {
          transfer.finish(.failure(.shutDown))
          return
        }
      }
    } onCancel: {
      transfer.isCancelled.store(true, ordering: .releasing)
      _ = mailbox.post(.cancel(transfer))
    }
    return try outcome.get()
  }
}

extension HTTPRequest {
  /// Whether nothing in the request's head can break out of its line.
  fileprivate var isSafe: Bool {
    let texts = [method] + headers.flatMap { [$0.name, $0.value] }
    return !method.isEmpty && headers.allSatisfy { !$0.name.isEmpty }
      && !texts.contains { $0.utf8.contains { $0 == 10 || $0 == 13 || $0 == 0 } }
  }
}

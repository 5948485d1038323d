// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// One request on its way, shared between the caller and the I/O thread.
final class Transfer: Sendable {
  /// What arrived so far.
  struct Received: Sendable {
    var headers: [HTTPHeader] = []
    var body: [UInt8] = []
    var isTooLarge = false
  }

  typealias Outcome = Result<HTTPResponse, HTTPTransportError>

  let request: HTTPRequest
  let target: RequestTarget
  /// Set before the cancel command is posted, so that a transfer whose cancel overtook its start
  /// never begins.
  let isCancelled = Atomic<Bool>(false)
  let received = Mutex(Received())
  private let continuation = Mutex<CheckedContinuation<Outcome, Never>?>(nil)

  init(request: HTTPRequest, target: RequestTarget) {
    self.request = request
    self.target = target
  }

  func wait(with continuation: CheckedContinuation<Outcome, Never>) {
    self.continuation.withLock { $0 = continuation }
  }

  /// Hands the outcome to the caller; the first one counts.
  func finish(_ outcome: Outcome) {
    let waiting = continuation.withLock { waiting in
      defer { waiting = nil }
      return waiting
    }
    waiting?.resume(returning: outcome)
  }

  /// Takes a piece of the body; false when the answer is larger than the request allows.
  func append(_ bytes: UnsafeRawBufferPointer) -> Bool {
    received.withLock { received in
      guard received.body.count + bytes.count <= request.maximumResponseBytes else {
        received.isTooLarge = true
        return false
      }
      received.body.append(contentsOf: bytes)
      return true
    }
  }

  /// Takes a header line; a status line starts the headers of a new answer.
  func append(headerLine bytes: UnsafeRawBufferPointer) {
    let line = String(decoding: bytes, as: UTF8.self)
    received.withLock { received in
      if line.hasPrefix("HTTP/") {
        received.headers.removeAll()
        received.body.removeAll()
        return
      }
      guard let colon = line.firstIndex(of: ":") else { return }
      let value = line[line.index(after: colon)...]
      received.headers.append(
        HTTPHeader(
          String(line[..<colon]),
          String(
            value.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()
          )
        )
      )
    }
  }
}

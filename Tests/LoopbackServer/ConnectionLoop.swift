// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Synchronization

/// The server thread's own state: its connections and what is planned for each.
final class ConnectionLoop {
  private struct Connection {
    let number: Int
    var received: [UInt8] = []
    var steps: [PlannedReply.Step] = []
    var waitsUntil: ContinuousClock.Instant?
  }

  private let server: LoopbackServer
  private let listener: Int32
  private let plan: LoopbackServer.Plan
  private var connections: [Int32: Connection] = [:]

  init(server: LoopbackServer, listener: Int32, plan: @escaping LoopbackServer.Plan) {
    self.server = server
    self.listener = listener
    self.plan = plan
  }

  func run() {
    while !server.facts.withLock(\.isStopping) {
      var polled = ([listener] + connections.keys).map { descriptor in
        pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      }
      poll(&polled, nfds_t(polled.count), pollTime)
      for entry in polled where entry.revents != 0 {
        entry.fd == listener ? acceptConnection() : receive(from: entry.fd)
      }
      for descriptor in connections.keys { proceed(descriptor) }
    }
    for descriptor in connections.keys { end(descriptor) }
    close(listener)
  }

  /// Milliseconds until the next planned step, 20 at most so that a stop is noticed.
  private var pollTime: Int32 {
    guard let next = connections.values.compactMap(\.waitsUntil).min() else { return 20 }
    let left = (next - .now) / .milliseconds(1)
    return Int32(max(0, min(20, left.rounded(.up))))
  }

  private func acceptConnection() {
    let descriptor = accept(listener, nil, nil)
    guard descriptor >= 0 else { return }
    var on: Int32 = 1
    let size = socklen_t(MemoryLayout<Int32>.size)
    setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &on, size)
    let number = server.facts.withLock { facts in
      facts.accepted += 1
      facts.open += 1
      return facts.accepted - 1
    }
    connections[descriptor] = Connection(number: number)
  }

  private func receive(from descriptor: Int32) {
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    let count = recv(descriptor, &buffer, buffer.count, Int32(MSG_DONTWAIT))
    guard count > 0 else {
      end(descriptor)
      return
    }
    connections[descriptor]?.received.append(contentsOf: buffer[..<count])
  }

  private func proceed(_ descriptor: Int32) {
    while var connection = connections[descriptor] {
      if let time = connection.waitsUntil {
        guard time <= .now else { return }
        connection.waitsUntil = nil
      }
      guard connection.steps.isEmpty else {
        perform(connection.steps.removeFirst(), on: descriptor, of: connection)
        continue
      }
      let index = server.facts.withLock(\.requests.count)
      guard
        let (request, length) = ReceivedRequest.parse(
          connection.received,
          index: index,
          connection: connection.number
        )
      else { return }
      server.facts.withLock { $0.requests.append(request) }
      connection.received.removeFirst(length)
      connection.steps = plan(request).steps
      connections[descriptor] = connection
    }
  }

  private func perform(_ step: PlannedReply.Step, on descriptor: Int32, of connection: Connection) {
    var connection = connection
    switch step {
    case .wait(let duration): connection.waitsUntil = .now + duration
    case .send(let bytes): sendAll(bytes, to: descriptor)
    case .close:
      end(descriptor)
      return
    }
    connections[descriptor] = connection
  }

  private func sendAll(_ bytes: [UInt8], to descriptor: Int32) {
    var left = bytes[...]
    while !left.isEmpty {
      let count = left.withUnsafeBytes {
        send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return }
      left = left.dropFirst(count)
    }
  }

  private func end(_ descriptor: Int32) {
    connections[descriptor] = nil
    close(descriptor)
    server.facts.withLock { $0.open -= 1 }
  }
}

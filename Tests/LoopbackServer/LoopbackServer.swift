// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Synchronization

/// An HTTP server on this machine that does what a test plans, failures included.
///
/// One thread serves all connections, so that thousands of them cost nothing but descriptors.
package final class LoopbackServer: Sendable {
  /// Decides what to do about a request; it is called on the server's thread.
  package typealias Plan = @Sendable (ReceivedRequest) -> PlannedReply

  struct Facts: Sendable {
    var requests: [ReceivedRequest] = []
    var accepted = 0
    var open = 0
    var isStopping = false
  }

  /// The URL without a slash at the end.
  package let baseURL: String
  let facts = Mutex(Facts())

  /// Starts a server on a free port.
  ///
  /// - Throws: ``Failure`` when there is no socket to be had.
  package init(_ plan: @escaping Plan) throws {
    let listener = try ListeningSocket()
    baseURL = "http://127.0.0.1:\(listener.port)"
    let thread = Thread { [self] in
      ConnectionLoop(server: self, listener: listener.descriptor, plan: plan).run()
    }
    thread.name = "loopback-server"
    thread.start()
  }

  /// All complete requests so far.
  package var requests: [ReceivedRequest] { facts.withLock(\.requests) }

  /// How many connections were accepted so far.
  package var acceptedConnections: Int { facts.withLock(\.accepted) }

  /// How many connections are open now.
  package var openConnections: Int { facts.withLock(\.open) }

  /// Ends the server and all of its connections soon.
  package func stop() { facts.withLock { $0.isStopping = true } }

  /// Why there is no server.
  package struct Failure: Error {}
}

/// A socket that listens on a free loopback port.
private struct ListeningSocket {
  let descriptor: Int32
  let port: Int

  init() throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr = in_addr(s_addr: UInt32(0x7F00_0001).bigEndian)
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let socket = descriptor
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
        bind(socket, generic, length) == 0 && listen(socket, 4096) == 0
          && getsockname(socket, generic, &length) == 0
      }
    }
    guard isBound else { throw LoopbackServer.Failure() }
    port = Int(UInt16(bigEndian: address.sin_port))
  }
}

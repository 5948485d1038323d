// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CSpawn
import CanonicalJSON
import Glibc

/// A started worker and the pipes to it; used by one thread only, which has to outlive it.
///
/// The kernel ends the worker when the thread that started it ends (`PR_SET_PDEATHSIG`), and the
/// worker ends itself when its standard input is closed: it never outlives this process.
final class WorkerProcess {
  /// What came first while waiting for a frame.
  enum Event {
    case frame([UInt8])
    case ended
    case woken
    case timedOut
  }

  /// A frame longer than this is no answer of ours.
  private static let longestFrame = 1 << 30
  private let child: cspawn_child
  private var received: [UInt8] = []
  private var isEnded = false
  /// How many calls this worker has answered.
  var callsServed = 0

  /// Starts a worker.
  ///
  /// - Throws: ``SandboxError`` with code `workerFailed` when the program cannot be started.
  init(command: LaunchCommand) throws {
    var child = cspawn_child()
    let error = withCStrings(command.arguments) { arguments in
      withCStrings(LaunchCommand.environment) { environment in
        cspawn_start(arguments, environment, &child)
      }
    }
    guard error == 0 else {
      let reason = String(cString: strerror(error))
      throw SandboxError(.workerFailed, "\(command.arguments[0]) could not be started: \(reason)")
    }
    self.child = child
  }

  deinit { end() }

  /// Kills the worker with everything in it and waits for its end.
  func end() {
    guard !isEnded else { return }
    isEnded = true
    cspawn_kill(child.process)
    close(child.input)
    close(child.output)
    close(child.error)
  }

  /// What the worker wrote to standard error so far, at most 4096 bytes.
  func complaint() -> String {
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = read(child.error, &bytes, bytes.count)
    let text = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    return text.split(separator: "\n").last.map(String.init) ?? ""
  }

  /// Sends a frame; false when the worker has ended or does not read until the deadline.
  func send(_ content: [UInt8], deadline: ContinuousClock.Instant) -> Bool {
    let length = UInt32(content.count)
    var rest = (0..<4).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) }[...] + content
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(child.input, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        var waits = [pollfd(fd: child.input, events: Int16(POLLOUT), revents: 0)]
        guard wait(for: &waits, until: deadline) else { return false }
      } else if errno != EINTR {
        return false
      }
    }
    return true
  }

  /// Waits for the next frame, a byte at `wakeDescriptor` or the deadline.
  func receive(wakeDescriptor: Int32, deadline: ContinuousClock.Instant) -> Event {
    while true {
      if let frame = takeFrame() { return .frame(frame) }
      var waits = [
        pollfd(fd: child.output, events: Int16(POLLIN), revents: 0),
        pollfd(fd: wakeDescriptor, events: Int16(POLLIN), revents: 0),
      ]
      guard wait(for: &waits, until: deadline) else { return .timedOut }
      if waits[0].revents != 0 {
        guard readMore() else { return .ended }
      } else if waits[1].revents != 0 {
        drain(wakeDescriptor)
        return .woken
      }
    }
  }

  private func takeFrame() -> [UInt8]? {
    guard received.count >= 4 else { return nil }
    let length = (0..<4).reduce(0) { $0 | Int(received[$1]) << (8 * $1) }
    guard received.count >= 4 + length else { return nil }
    defer { received.removeFirst(4 + length) }
    return Array(received[4..<4 + length])
  }

  private func readMore() -> Bool {
    guard received.count < Self.longestFrame else { return false }
    let count = withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 1) { buffer in
      let count = read(child.output, buffer.baseAddress, buffer.count)
      if count > 0 { received.append(contentsOf: buffer[..<count]) }
      return count
    }
    return count > 0 || count < 0 && (errno == EAGAIN || errno == EINTR)
  }

  private func drain(_ descriptor: Int32) {
    var bytes = [UInt8](repeating: 0, count: 64)
    while read(descriptor, &bytes, bytes.count) > 0 {}
  }

  /// Waits until one of the descriptors is ready; false when the deadline comes first.
  private func wait(for waits: inout [pollfd], until deadline: ContinuousClock.Instant) -> Bool {
    while true {
      let left = deadline - ContinuousClock.now
      guard left > .zero else { return false }
      let milliseconds = min(left / .milliseconds(1) + 1, 3_600_000)
      let count = poll(&waits, nfds_t(waits.count), Int32(milliseconds))
      if count > 0 { return true }
      if count < 0 && errno != EINTR { return false }
    }
  }
}

/// Calls `body` with a null-terminated array of C strings that lives as long as the call.
private func withCStrings<Result>(
  _ strings: [String],
  _ body: ([UnsafePointer<CChar>?]) -> Result
) -> Result {
  let copies = strings.map { strdup($0) }
  defer { for copy in copies { free(copy) } }
  return body(copies.map { UnsafePointer($0) } + [nil])
}

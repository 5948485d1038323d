// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Synchronization

/// A child process that is read line by line and that can be ended with all its descendants.
///
/// It is a group and a session of its own, so that a key typed at the terminal reaches this program
/// first. It sees its standard input end when this process dies, in whatever way.
final class LineProcess: Sendable {
  /// What the process does, in order; the end comes last, and once.
  enum Event: Sendable, Hashable {
    case line(String)
    /// With the status as a shell gives it: 128 and the signal's number for a killed process.
    case ended(status: Int32)
  }

  /// Where the child's standard error goes.
  enum ErrorOutput {
    /// To the lines.
    case lines
    /// To the end of a file.
    case file(String)
  }

  private struct State: Sendable {
    var input: Int32?
    var isReaped = false
  }

  let processID: pid_t
  /// To be read by one task.
  let events: AsyncStream<Event>
  private let state: Mutex<State>

  /// Starts a program.
  ///
  /// - Throws: ``LanguageModelError`` with `notReady`, naming what could not be started.
  init(
    _ executable: String,
    arguments: [String],
    environment: [String: String],
    errorOutput: ErrorOutput
  ) throws(LanguageModelError) {
    let descriptors = try SpawnDescriptors(errorOutput: errorOutput, program: executable)
    let code: Int32
    (code, processID) = descriptors.spawn(
      executable,
      arguments: arguments,
      environment: environment
    )
    descriptors.closeChildEnds()
    guard code == 0 else {
      descriptors.closeOwnEnds()
      throw LanguageModelError(
        .notReady,
        "\(executable) cannot be started: \(String(cString: strerror(code)))"
      )
    }
    state = Mutex(State(input: descriptors.input))
    let (stream, continuation) = AsyncStream.makeStream(of: Event.self)
    events = stream
    let output = descriptors.output
    // Blocking reads must not hold one of the few threads that run tasks.
    let thread = Thread { [self] in
      Self.readLines(of: output) { continuation.yield(.line($0)) }
      close(output)
      continuation.yield(.ended(status: reap()))
      continuation.finish()
    }
    thread.name = "line-process"
    thread.stackSize = 256 << 10
    thread.start()
  }

  /// Writes a text to the child; a child that is gone or does not read is no error here.
  func send(_ text: String) {
    state.withLock { state in
      guard let input = state.input else { return }
      var bytes = Array(text.utf8)[...]
      while !bytes.isEmpty {
        let count = bytes.withUnsafeBytes {
          Foundation.send(input, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
        }
        guard count > 0 else { return }
        bytes = bytes.dropFirst(count)
      }
    }
  }

  /// Ends the child's standard input.
  func closeInput() {
    state.withLock { state in
      if let input = state.input { close(input) }
      state.input = nil
    }
  }

  /// Kills the child and all of its group that did not leave it.
  func kill() {
    closeInput()
    state.withLock { state in
      if !state.isReaped { _ = Foundation.kill(-processID, SIGKILL) }
    }
  }

  /// Waits for the child's end without giving its number free before `kill` knows.
  private func reap() -> Int32 {
    var information = siginfo_t()
    while waitid(P_PID, id_t(processID), &information, WEXITED | WNOWAIT) == -1, errno == EINTR {}
    return state.withLock { state in
      var status: Int32 = 0
      while waitpid(processID, &status, 0) == -1, errno == EINTR {}
      state.isReaped = true
      if let input = state.input { close(input) }
      state.input = nil
      let signal = status & 0x7F
      return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
    }
  }

  private static func readLines(of descriptor: Int32, _ take: (String) -> Void) {
    var pending: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 16 << 10)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      for byte in buffer[..<count] {
        if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
          if !pending.isEmpty { take(String(decoding: pending, as: UTF8.self)) }
          pending.removeAll(keepingCapacity: true)
        } else {
          pending.append(byte)
        }
      }
    }
    if !pending.isEmpty { take(String(decoding: pending, as: UTF8.self)) }
  }
}

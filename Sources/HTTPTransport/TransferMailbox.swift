// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CCurl
import Synchronization

/// The one way from callers to the I/O thread.
///
/// The multi handle is touched only under the lock, and only to wake the thread that owns it; once
/// the mailbox is closed nothing touches it.
final class TransferMailbox: Sendable {
  enum Command: Sendable {
    case start(Transfer)
    case cancel(Transfer)
  }

  struct Delivery {
    var commands: [Command]
    var isClosing: Bool
  }

  private struct State {
    var commands: [Command] = []
    var isClosing = false
    var owner: WakeHandle?
  }

  /// Unchecked because a pointer is not Sendable: it is used for `curl_multi_wakeup` alone, the one
  /// call libcurl allows from other threads, and under the lock of `state`.
  private struct WakeHandle: @unchecked Sendable {
    let pointer: UnsafeMutableRawPointer
  }

  private let state = Mutex(State())

  /// Hands a command over; false when the mailbox is closed, and then nothing happens.
  func post(_ command: Command) -> Bool {
    state.withLock { state in
      guard !state.isClosing else { return false }
      state.commands.append(command)
      if let owner = state.owner { curl_multi_wakeup(owner.pointer) }
      return true
    }
  }

  /// Refuses further commands and lets the thread end.
  func close() {
    state.withLock { state in
      state.isClosing = true
      if let owner = state.owner { curl_multi_wakeup(owner.pointer) }
    }
  }

  /// Names the handle whose poll ends when a command comes; nil before that handle is destroyed.
  func wake(_ multi: UnsafeMutableRawPointer?) {
    let handle = multi.map(WakeHandle.init)
    state.withLock { $0.owner = handle }
  }

  /// Takes all commands that came since the last call.
  func collect() -> Delivery {
    state.withLock { state in
      defer { state.commands.removeAll() }
      return Delivery(commands: state.commands, isClosing: state.isClosing)
    }
  }
}

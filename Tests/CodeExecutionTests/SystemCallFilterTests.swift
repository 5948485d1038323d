// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Glibc
import Testing

@testable import CodeExecution

struct SystemCallFilterTests {
  /// What the kernel does with a call: runs it, fails it with an error, or kills the process.
  private enum Verdict: Equatable {
    case allow
    case fail(Int32)
    case kill
  }

  #if arch(x86_64)
    private static let architecture: UInt32 = 0xC000_003E
    private static let numbers: [String: UInt32] = [
      "read": 0, "open": 2, "ioctl": 16, "socket": 41, "socketpair": 53, "clone": 56, "fork": 57,
      "execve": 59, "kill": 62, "fcntl": 72, "unlink": 87, "ptrace": 101, "prctl": 157,
      "tgkill": 234, "openat": 257, "prlimit64": 302, "io_uring_setup": 425, "clone3": 435,
    ]
  #else
    private static let architecture: UInt32 = 0xC000_00B7
    private static let numbers: [String: UInt32] = [
      "read": 63, "ioctl": 29, "socket": 198, "socketpair": 199, "clone": 220, "execve": 221,
      "kill": 129, "fcntl": 25, "ptrace": 117, "prctl": 167, "tgkill": 131, "openat": 56,
      "prlimit64": 261, "io_uring_setup": 425, "clone3": 435,
    ]
  #endif

  /// Runs a filter as the kernel does (linux/filter.h), on the lower halves of the arguments.
  private static func verdict(
    _ filter: SystemCallFilter?,
    _ name: String,
    _ arguments: [UInt32] = [],
    architecture: UInt32 = architecture
  ) throws -> Verdict? {
    guard let number = numbers[name] ?? UInt32(name) else { return nil }
    let instructions = try #require(filter).instructions
    var words: [UInt32: UInt32] = [0: number, 4: architecture]
    for (index, argument) in arguments.enumerated() { words[16 + 8 * UInt32(index)] = argument }
    var accumulator: UInt32 = 0
    var place = 0
    while true {
      let one = try #require(instructions.indices.contains(place) ? instructions[place] : nil)
      place += 1
      switch one.code {
      case 0x20: accumulator = words[one.operand] ?? 0
      case 0x15: place += Int(accumulator == one.operand ? one.jumpIfTrue : one.jumpIfFalse)
      case 0x35: place += Int(accumulator >= one.operand ? one.jumpIfTrue : one.jumpIfFalse)
      case 0x45: place += Int(accumulator & one.operand != 0 ? one.jumpIfTrue : one.jumpIfFalse)
      case 0x06:
        if one.operand == 0x7FFF_0000 { return .allow }
        return one.operand == 0x8000_0000 ? .kill : .fail(Int32(one.operand & 0xFFFF))
      default:
        Issue.record("instruction \(one.code)")
        return nil
      }
    }
  }

  @Test func workerCannotReachOtherProcessesOrTheNetwork() throws {
    for isReadOnly in [false, true] {
      let filter = SystemCallFilter.worker(isReadOnly: isReadOnly)
      #expect(try Self.verdict(filter, "socket") == .fail(EACCES))
      for name in ["execve", "ptrace"] { #expect(try Self.verdict(filter, name) == .fail(EPERM)) }
      for name in ["clone3", "io_uring_setup", "500", "1073741865"] {
        #expect(try Self.verdict(filter, name) == .fail(ENOSYS))
      }
      for name in ["read", "clone", "kill", "socketpair"] {
        #expect(try Self.verdict(filter, name) == .allow)
      }
      #expect(try Self.verdict(filter, "prlimit64", [0]) == .allow)
      #expect(try Self.verdict(filter, "prlimit64", [1]) == .fail(EPERM))
      for command: UInt32 in [8, 15] {
        #expect(try Self.verdict(filter, "fcntl", [3, command]) == .fail(EPERM))
      }
      #expect(try Self.verdict(filter, "fcntl", [8, 4]) == .allow)
      for request: UInt32 in [0x8901, 0x8902] {
        #expect(try Self.verdict(filter, "ioctl", [3, request]) == .fail(EPERM))
      }
      #expect(try Self.verdict(filter, "ioctl", [3, 0x541B]) == .allow)
    }
  }

  @Test func filesAreReadOnlyWhereTheyAreTheMachines() throws {
    let filter = SystemCallFilter.worker(isReadOnly: true)
    let open = SystemCallFilter.worker(isReadOnly: false)
    for flags in [O_WRONLY, O_RDWR, O_CREAT, O_TRUNC, O_WRONLY | O_CREAT | O_CLOEXEC] {
      #expect(try Self.verdict(filter, "openat", [0, 0, UInt32(flags)]) == .fail(EROFS))
      #expect(try Self.verdict(open, "openat", [0, 0, UInt32(flags)]) == .allow)
      let old = try Self.verdict(filter, "open", [0, UInt32(flags)])
      #expect(old == nil || old == .fail(EROFS))
    }
    for flags in [O_RDONLY, O_RDONLY | O_CLOEXEC | O_DIRECTORY] {
      #expect(try Self.verdict(filter, "openat", [0, 0, UInt32(flags)]) == .allow)
    }
    let unlink = try Self.verdict(filter, "unlink")
    #expect(unlink == nil || unlink == .fail(EROFS))
  }

  @Test func callCanStartThreadsButNoProcesses() throws {
    let thread: UInt32 = 0x003D_0F00
    let filter = SystemCallFilter.call(allowsThreads: true)
    #expect(try Self.verdict(filter, "clone", [thread]) == .allow)
    #expect(try Self.verdict(filter, "clone", [0x0120_0011]) == .fail(EUSERS))
    let strict = SystemCallFilter.call(allowsThreads: false)
    #expect(try Self.verdict(strict, "clone", [thread]) == .fail(EUSERS))
    for filter in [filter, strict] {
      let fork = try Self.verdict(filter, "fork")
      #expect(fork == nil || fork == .fail(EUSERS))
      for name in ["kill", "tgkill"] { #expect(try Self.verdict(filter, name) == .fail(EPERM)) }
      #expect(try Self.verdict(filter, "prctl", [1]) == .fail(EPERM))
      #expect(try Self.verdict(filter, "prctl", [15]) == .allow)
      #expect(try Self.verdict(filter, "read") == .allow)
    }
  }

  @Test func callsOfAnotherProcessorKill() throws {
    for filter in [SystemCallFilter.worker(isReadOnly: false), .call(allowsThreads: true)] {
      #expect(try Self.verdict(filter, "read", architecture: 0x4000_0003) == .kill)
    }
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CSpawn
import CanonicalJSON
import Glibc

/// A seccomp program (classic BPF, seccomp(2)) that takes system calls away from generated code.
///
/// A worker installs ``worker(isReadOnly:)`` once and its children inherit it; each child adds
/// ``call(allowsThreads:)``, which forbids what the worker itself still needs.
struct SystemCallFilter {
  /// One instruction of the kernel's packet filter machine, `struct sock_filter`.
  struct Instruction: Equatable {
    let code: UInt16
    let jumpIfTrue: UInt8
    let jumpIfFalse: UInt8
    let operand: UInt32
  }

  /// What about an argument makes the call fail; only its lower half is looked at.
  private enum Test {
    case isOneOf([UInt32])
    case isNot(UInt32)
    case hasAnyOf(UInt32)
    case hasNoneOf(UInt32)
  }

  private(set) var instructions: [Instruction] = []

  /// Begins a filter that ends processes of another processor type; nil where none is known.
  private init?() {
    guard cspawn_architecture != 0 else { return nil }
    load(offset: 4)
    add(.jumpIfEqual, 1, 0, cspawn_architecture)
    add(.answer, 0, 0, Self.killProcess)
    load(offset: 0)
  }

  /// The filter of the worker and all its children.
  ///
  /// - Parameter isReadOnly: Whether nothing may be written, for workers that see this machine's
  ///   own files.
  /// - Returns: Nil on a processor that is not known here.
  static func worker(isReadOnly: Bool) -> SystemCallFilter? {
    guard var filter = SystemCallFilter() else { return nil }
    // Also the 32-bit calls of x86-64, whose numbers are beyond these.
    filter.add(.jumpIfAtLeast, 0, 1, firstUnknownCall)
    filter.fail(with: ENOSYS)
    var count = 0
    filter.refuse(UnsafeBufferPointer(start: cspawn_rules(&count), count: count))
    if isReadOnly {
      filter.refuse(UnsafeBufferPointer(start: cspawn_read_only_rules(&count), count: count))
      let writing = UInt32(O_WRONLY | O_RDWR | O_CREAT | O_TRUNC)
      filter.refuse(cspawn_open, when: 1, .hasAnyOf(writing), with: EROFS)
      filter.refuse(cspawn_openat, when: 2, .hasAnyOf(writing), with: EROFS)
    }
    // Whoever owns a descriptor gets signals that no rule about signals sees.
    filter.refuse(cspawn_fcntl, when: 1, .isOneOf(setOwnerCommands), with: EPERM)
    filter.refuse(cspawn_ioctl, when: 1, .isOneOf(setOwnerRequests), with: EPERM)
    filter.refuse(cspawn_prlimit, when: 0, .isNot(0), with: EPERM)
    filter.allow()
    return filter
  }

  /// The filter that each call adds: no processes, no signals, no outliving the worker.
  ///
  /// - Parameter allowsThreads: Whether the number of threads is limited by other means.
  /// - Returns: Nil on a processor that is not known here.
  static func call(allowsThreads: Bool) -> SystemCallFilter? {
    guard var filter = SystemCallFilter() else { return nil }
    let cloning: Test = allowsThreads ? .hasNoneOf(threadFlag) : .hasNoneOf(0)
    filter.refuse(cspawn_clone, when: 0, cloning, with: EUSERS)
    for number in [cspawn_fork, cspawn_vfork] { filter.refuse(number, with: EUSERS) }
    for number in [cspawn_kill_call, cspawn_tgkill] { filter.refuse(number, with: EPERM) }
    filter.refuse(cspawn_prctl, when: 0, .isOneOf([setDeathSignal]), with: EPERM)
    filter.allow()
    return filter
  }

  /// The instructions as the worker reads them.
  var json: JSONValue {
    .array(
      instructions.map { one in
        let jumps = [Int(one.jumpIfTrue), Int(one.jumpIfFalse)]
        return .array(([Int(one.code)] + jumps + [Int(one.operand)]).map(JSONValue.integer))
      }
    )
  }
}

extension SystemCallFilter {
  /// The codes of the instructions used here, from `linux/bpf_common.h`.
  private enum Operation: UInt16 {
    case load = 0x20
    case jumpIfEqual = 0x15
    case jumpIfAtLeast = 0x35
    case jumpIfAnyBit = 0x45
    case answer = 0x06
  }

  // From linux/seccomp.h, linux/sched.h, linux/prctl.h and asm-generic/{fcntl,sockios}.h.
  private static let killProcess: UInt32 = 0x8000_0000
  private static let allowCall: UInt32 = 0x7FFF_0000
  private static let failCall: UInt32 = 0x0005_0000
  private static let threadFlag: UInt32 = 0x0001_0000
  private static let setDeathSignal: UInt32 = 1
  private static let setOwnerCommands: [UInt32] = [8, 15]
  private static let setOwnerRequests: [UInt32] = [0x8901, 0x8902]
  private static let firstUnknownCall: UInt32 = 463

  private mutating func add(
    _ operation: Operation,
    _ jumpIfTrue: UInt8,
    _ jumpIfFalse: UInt8,
    _ operand: UInt32
  ) {
    let instruction = Instruction(
      code: operation.rawValue,
      jumpIfTrue: jumpIfTrue,
      jumpIfFalse: jumpIfFalse,
      operand: operand
    )
    instructions.append(instruction)
  }

  /// Loads a word of `struct seccomp_data`: the call's number is at 0, its arguments are from 16.
  private mutating func load(offset: UInt32) { add(.load, 0, 0, offset) }

  private mutating func allow() { add(.answer, 0, 0, Self.allowCall) }

  private mutating func fail(with error: Int32) {
    add(.answer, 0, 0, Self.failCall | UInt32(error))
  }

  private mutating func refuse(_ rules: UnsafeBufferPointer<cspawn_rule>) {
    for rule in rules { refuse(rule.number, with: Int32(rule.error)) }
  }

  private mutating func refuse(_ number: UInt32, with error: Int32) {
    guard number != .max else { return }
    add(.jumpIfEqual, 0, 1, number)
    fail(with: error)
  }

  private mutating func refuse(
    _ number: UInt32,
    when argument: UInt32,
    _ test: Test,
    with error: Int32
  ) {
    guard number != .max else { return }
    let values: [UInt32] = if case .isOneOf(let values) = test { values } else { [0] }
    add(.jumpIfEqual, 0, UInt8(values.count) + 2, number)
    load(offset: 16 + 8 * argument)
    switch test {
    case .isOneOf:
      for (index, value) in values.enumerated() {
        let left = UInt8(values.count - 1 - index)
        add(.jumpIfEqual, left, left == 0 ? 1 : 0, value)
      }
    case .isNot(let value): add(.jumpIfEqual, 1, 0, value)
    case .hasAnyOf(let bits): add(.jumpIfAnyBit, 0, 1, bits)
    case .hasNoneOf(let bits): add(.jumpIfAnyBit, 1, 0, bits)
    }
    fail(with: error)
    load(offset: 0)
  }
}

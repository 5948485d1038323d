// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// What a worker says about one call: how the child ended, and the bytes the child wrote.
struct WorkerAnswer: Sendable {
  /// Why the child ended, as the worker saw it.
  enum Ending: UInt8, Sendable {
    case exited, signalled, wallTime, output, value, cancelled
  }

  let ending: Ending
  /// The exit status or the signal.
  let status: Int
  /// Whether the worker has to be replaced because the call left traces in it.
  let retiresWorker: Bool
  let cpuTime: Duration
  /// What the code printed.
  let output: ArraySlice<UInt8>
  /// What the child answered; written by the process in which generated code ran.
  let result: ArraySlice<UInt8>

  /// Reads a frame, or gives nil when it is none.
  init?(frame: [UInt8]) {
    func number(at offset: Int) -> Int {
      (0..<4).reduce(0) { $0 | Int(frame[offset + $1]) << (8 * $1) }
    }
    guard frame.count >= 12, let ending = Ending(rawValue: frame[0]) else { return nil }
    let outputEnd = 12 + number(at: 8)
    guard outputEnd <= frame.count else { return nil }
    self.ending = ending
    status = Int(frame[1])
    retiresWorker = frame[2] != 0
    cpuTime = .microseconds(number(at: 4))
    output = frame[12..<outputEnd]
    result = frame[outputEnd...]
  }
}

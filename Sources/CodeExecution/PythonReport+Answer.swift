// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Glibc

extension PythonReport {
  /// Reads a worker's answer; the part that the call's process wrote is trusted for nothing but
  /// being that process's word.
  init(_ answer: WorkerAnswer, source: String, limits: PythonSandbox.Limits) {
    self.init(
      outcome: PythonOutcome(answer, source: source, limits: limits),
      output: String(decoding: answer.output, as: UTF8.self),
      cpuTime: answer.cpuTime
    )
  }
}

extension PythonOutcome {
  fileprivate init(_ answer: WorkerAnswer, source: String, limits: PythonSandbox.Limits) {
    let said = try? JSONValue(parsing: String(decoding: answer.result, as: UTF8.self))
    func limit(_ kind: PythonLimit.Kind) -> PythonOutcome {
      let isSaid = said?["limit"]?.stringValue == kind.rawValue
      let exception = isSaid ? said?["exception"].flatMap { PythonException($0) } : nil
      return .limit(
        PythonLimit(kind: kind, message: limits.message(for: kind), exception: exception)
      )
    }
    switch answer.ending {
    // A cancelled call has thrown before; it has no outcome.
    case .wallTime, .cancelled: self = limit(.wallTime)
    case .output: self = limit(.output)
    case .value: self = limit(.value)
    case .exited where answer.status == WorkerAnswer.outOfMemory: self = limit(.memory)
    case .exited where answer.status == WorkerAnswer.outOfProcessorTime: self = limit(.cpuTime)
    case .exited, .signalled:
      let hasAnswered = answer.ending == .exited && answer.status == 0
      if hasAnswered, let kind = said?["limit"]?.stringValue.flatMap(PythonLimit.Kind.init) {
        self = limit(kind)
      } else if hasAnswered, let outcome = said.flatMap(Self.init) {
        self = outcome
      } else if answer.isOutOfProcessorTime(limits) {
        self = limit(.cpuTime)
      } else {
        self = .exception(.processEnded(answer, source: source))
      }
    }
  }

  private init?(_ said: JSONValue) {
    if let value = said["value"], let type = said["type"]?.stringValue {
      self = .value(value, typeName: type)
    } else if let exception = said["exception"].flatMap({ PythonException($0) }) {
      self = .exception(exception)
    } else if let exception = said["syntaxError"].flatMap({ PythonException($0) }) {
      self = .syntaxError(exception)
    } else {
      return nil
    }
  }
}

extension PythonException {
  fileprivate init?(_ said: JSONValue) {
    guard let type = said["type"]?.stringValue, let message = said["message"]?.stringValue,
      let annotatedSource = said["annotatedSource"]?.stringValue,
      let traceback = said["traceback"]?.stringValue
    else { return nil }
    self.init(
      type: type,
      message: message,
      annotatedSource: annotatedSource,
      traceback: traceback,
      line: said["line"]?.intValue
    )
  }

  /// The process of a call ended before it said how the call went.
  fileprivate static func processEnded(_ answer: WorkerAnswer, source: String) -> PythonException {
    let how =
      answer.ending == .signalled
      ? "was killed by \(signalName(answer.status))" : "ended with status \(answer.status)"
    let message = "the process \(how) before the function returned a value"
    return PythonException(type: "ProcessEnded", message: message, source: source)
  }

  private static func signalName(_ number: Int) -> String {
    let names = [
      SIGSEGV: "SIGSEGV", SIGABRT: "SIGABRT", SIGKILL: "SIGKILL", SIGBUS: "SIGBUS",
      SIGFPE: "SIGFPE", SIGILL: "SIGILL", SIGTRAP: "SIGTRAP", SIGTERM: "SIGTERM",
      SIGSYS: "SIGSYS", SIGINT: "SIGINT", SIGHUP: "SIGHUP",
    ]
    return names[Int32(number)] ?? "signal \(number)"
  }
}

extension WorkerAnswer {
  /// The status with which a child ends that had no memory left to say so.
  static let outOfMemory = 71
  /// The status with which a child ends that had no processor time left and no way to say so.
  static let outOfProcessorTime = 72

  /// What is answered for a worker that does not answer itself.
  static let outOfTime = WorkerAnswer(ending: .wallTime)

  /// The kernel's limit and its later account of the same time differ by some milliseconds.
  fileprivate func isOutOfProcessorTime(_ limits: PythonSandbox.Limits) -> Bool {
    cpuTime >= .seconds(limits.cpuSeconds) * 0.9
  }

  private init(ending: Ending) {
    self.ending = ending
    status = 0
    retiresWorker = true
    cpuTime = .zero
    output = []
    result = []
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation
import LanguageModels
import OPTO
import Optimizers
import Trace

/// Measures the trace engine on the work that `peers/trace_opt.py` does with the public library.
///
/// Each line is a case, a size, and nanoseconds (or bytes) per operation, separated by tabs: the
/// median of several repetitions, each with a graph of its own.
@main
struct TraceBenchmark {
  static func main() async throws {
    for count in [1000, 10_000, 100_000] {
      try report("record chain, constants", count, repetitions: 9) { try chain(count).1 }
    }
    for count in [1000, 10_000] {
      try report("record wide sum", count, repetitions: 9) { try wideSum(count) }
    }
    for count in [1000, 10_000, 100_000, 1_000_000] {
      try reportBackward("backward, chain", count) { try chain(count).1 }
    }
    try reportBackward("backward, wide sum", 1000) { try wideSum(1000) }
    for count in [10, 100, 1000] { try await reportStep(count) }
    try reportMemory(100_000)
  }

  /// A trainable number to which 1 is added `count` times.
  static func chain(_ count: Int) throws -> (Tape, TraceNode) {
    let tape = Tape()
    var sum = tape.parameter(0.0, named: "x")
    for _ in 0..<count { sum = try sum + 1.0 }
    return (tape, sum)
  }

  /// The sum of `count` trainable numbers, added one after the other.
  static func wideSum(_ count: Int) throws -> TraceNode {
    let tape = Tape()
    let numbers = (0..<count).map { _ in tape.parameter(1.0, named: "p") }
    var sum = numbers[0]
    for number in numbers.dropFirst() { sum = try sum + number }
    return sum
  }

  /// `count` additions of ten trainable numbers in turn.
  static func tenParameters(_ count: Int) throws -> (Tape, TraceNode) {
    let tape = Tape()
    let numbers = (0..<10).map { _ in tape.parameter(1.0, named: "x") }
    var sum = numbers[0]
    for index in 0..<count { sum = try sum + numbers[(index + 1) % 10] }
    return (tape, sum)
  }

  static func report(
    _ name: String, _ count: Int, repetitions: Int, _ body: () throws -> TraceNode
  ) throws {
    _ = try body()
    let times = try (0..<repetitions).map { _ in try nanoseconds { _ = try body() } }
    print("\(name)\t\(count)\t\(median(times) / Double(count))")
  }

  static func reportBackward(_ name: String, _ count: Int, _ make: () throws -> TraceNode) throws {
    let times = try (0..<5).map { _ in
      let output = try make()
      return try nanoseconds { try output.backward("make it larger") }
    }
    print("\(name)\t\(count)\t\(median(times) / Double(count))")
  }

  /// Function view, prompt, reading of the answer and update: a whole step with a scripted model.
  static func reportStep(_ count: Int) async throws {
    let parameters = (0..<10).map { index in
      ParameterSpecification(
        name: "x\(index)", kind: .real(nil), initialValue: 1.0, summary: "a number")
    }
    let names = Dictionary(uniqueKeysWithValues: (0..<10).map { ("x\($0)", "x\($0)") })
    var times: [Double] = []
    for _ in 0..<9 {
      let (tape, output) = try tenParameters(count)
      try output.backward("make it larger")
      let model = ScriptedLanguageModel(answers: [#"{"suggestion":{"x0":2.0}}"#])
      var optimizer = OptoPrime(
        OptimizerContext(
          parameters: parameters, objective: "", model: model, seed: Seed(rawValue: 0),
          proposalTokens: 100))
      let start = DispatchTime.now().uptimeNanoseconds
      let signal = TrainingSignal(
        values: ParameterValues(initialOf: parameters), score: 0, feedback: "make it larger",
        view: try tape.functionView(), parameterNames: names)
      let proposal = try await optimizer.propose(from: signal)
      times.append(Double(DispatchTime.now().uptimeNanoseconds - start))
      precondition(proposal.values["x0"] == 2.0, "the step did not change the parameter")
    }
    print("view, prompt and step, 10 parameters\t\(count)\t\(median(times) / Double(count))")
  }

  static func reportMemory(_ count: Int) throws {
    let before = try residentBytes()
    let (tape, _) = try chain(count)
    let after = try residentBytes()
    print("bytes, chain with constants\t\(count)\t\(Double(after - before) / Double(count))")
    precondition(tape.count == 2 * count + 1, "the tape does not hold the chain")
  }

  static func residentBytes() throws -> Int {
    let fields = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
      .split(separator: " ")
    return (Int(fields[1]) ?? 0) * Int(getpagesize())
  }

  static func nanoseconds(_ body: () throws -> Void) rethrows -> Double {
    let start = DispatchTime.now().uptimeNanoseconds
    try body()
    return Double(DispatchTime.now().uptimeNanoseconds - start)
  }

  static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
}

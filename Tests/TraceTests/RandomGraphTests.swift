// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Testing
import Trace

struct RandomGraphTests {
  @Test(arguments: 0..<200)
  func feedbackIsThatOfTheNaiveRule(seed: Int) throws {
    let graph = try RandomGraph(seed: UInt64(seed), operations: 3 + seed % 12)
    let output = try #require(graph.nodes.last)
    let naive = NaiveBackward(from: output)
    try output.backward("f")
    for parameter in graph.tape.parameters {
      let expected = naive.received[parameter] ?? [:]
      let received = parameter.receivedFeedback
      #expect(Set(received.compactMap(\.child)) == Set(expected.keys))
      #expect(received.count == expected.count)
      for feedback in received {
        #expect(Set(feedback.graph.nodes) == feedback.child.flatMap { expected[$0] })
      }
      let union = expected.values.reduce(into: Set<TraceNode>()) { $0.formUnion($1) }
      #expect(Set(try parameter.aggregatedFeedback().nodes) == union)
    }
    #expect(graph.tape.invariantViolations == [])
  }

  @Test(arguments: 0..<200)
  func viewIsTheSumSortedByLevelAndClassifiedByMembership(seed: Int) throws {
    let graph = try RandomGraph(seed: UInt64(seed), operations: 3 + seed % 12)
    let output = try #require(graph.nodes.last)
    let sum = NaiveBackward(from: output).sum
    try output.backward("f")
    guard !sum.isEmpty else {
      #expect(throws: BackwardError.self) { try graph.tape.functionView() }
      return
    }
    let view = try graph.tape.functionView()
    let sorted = sum.sorted { ($0.level, $0.creationNumber) < ($1.level, $1.creationNumber) }
    let shown = sorted.filter { !$0.isRoot && sum.isSuperset(of: $0.parents) }
    #expect(view.code.map { String($0.prefix { $0 != " " }) } == shown.map(\.pythonName))
    #expect(view.variables.map(\.name) == sorted.filter(\.isTrainable).map(\.pythonName))
    #expect(
      view.inputs.map(\.name)
        == sorted.filter { !$0.isTrainable && !shown.contains($0) }.map(\.pythonName))
    #expect(view.outputs.map(\.name) == [output.pythonName])
    #expect(view.others.count == shown.count - 1)
  }

  @Test(arguments: 0..<100)
  func graphPropagatorGivesWhatBackwardGives(seed: Int) throws {
    let graph = try RandomGraph(seed: UInt64(seed), operations: 3 + seed % 12)
    let output = try #require(graph.nodes.last)
    let rule = GraphPropagator()
    let signals = try output.backward(
      rule.initialSignal(for: output, feedback: "f"), using: rule, retainGraph: true)
    try output.backward("f")
    for parameter in graph.tape.parameters {
      #expect(signals[parameter] == parameter.receivedFeedback.map(\.graph))
    }
  }

  @Test(arguments: 0..<100)
  func sumPropagatorCountsThePathsToEachParameter(seed: Int) throws {
    let graph = try RandomGraph(seed: UInt64(seed), operations: 3 + seed % 9)
    let output = try #require(graph.nodes.last)
    var paths: [TraceNode: Int] = [output: 1]
    for node in graph.nodes.reversed() {
      for parent in node.parents { paths[parent, default: 0] += paths[node] ?? 0 }
    }
    let signals = try output.backward(1, using: SumPropagator())
    for parameter in graph.tape.parameters where !output.isRoot {
      let sum = signals[parameter].compactMap(\.integerValue).reduce(0, +)
      #expect(sum == paths[parameter] ?? 0)
    }
  }

  @Test func sumPropagatorJoinsTextsAndRefusesMixtures() throws {
    let tape = Tape()
    let x = tape.parameter(1, named: "x")
    let output = try (x + 1) * (x + 2)
    let texts = try output.backward("a", using: SumPropagator(), retainGraph: true)
    #expect(texts[x] == ["a", "a"])
    struct Alternating: Propagator {
      func signal(forInputsOf node: TraceNode, from received: [TraceValue]) throws -> TraceValue {
        node.level == 1 && node.creationNumber % 4 == 2 ? 1 : "t"
      }
    }
    #expect(try output.backward("a", using: Alternating(), retainGraph: true)[x].count == 2)
    #expect(throws: BackwardError.self) {
      try SumPropagator().signal(forInputsOf: output, from: [1, "a"])
    }
  }

  /// The same program gives the same bytes in another process, where hashes have other seeds.
  @Test func sameProgramGivesTheSameBytesInTwoProcesses() async throws {
    func run() async throws -> [UInt8] {
      let result = try await #require(
        processExitsWith: .success, observing: [\.standardOutputContent]
      ) {
        let graph = try RandomGraph(seed: 7, operations: 60)
        try graph.nodes.last?.backward("f")
        print("view: \(try graph.tape.functionView())")
      }
      return result.standardOutputContent
    }
    let (first, second) = (try await run(), try await run())
    let text = String(decoding: first, as: UTF8.self)
    #expect(text.contains("view: #Code"))
    #expect(first == second)
  }
}

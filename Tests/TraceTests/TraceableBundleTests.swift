// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Testing
import Trace

struct TraceableBundleTests {
  @Test func innerComputationIsRecordedBesideTheOuterNode() async throws {
    let tape = Tape()
    let x = tape.parameter(2, named: "x")
    let square = traceableBundle("square_plus", summary: "Squares x and adds 1.") { inputs in
      try inputs[0] * inputs[0] + 1
    }
    let node = try await square(["x": x])
    #expect(node.value == 5)
    #expect(node.name == "square_plus:0")
    #expect(node.parents == [x])
    #expect(node.hiddenDependencies == [] && node.expandableDependencies == [])
    #expect(node.innerGraph.nodes.map(\.pythonName) == ["x0_copy0", "int0", "multiply0", "add0"])
    #expect(node.innerOutput?.pythonName == "add0")
    try node.backward("larger")
    #expect(try tape.functionView().code == ["square_plus0 = square_plus(x=x0)"])
    #expect(tape.invariantViolations == [])
  }

  @Test func hiddenParameterReceivesTheGraphOfTheOuterNode() async throws {
    let tape = Tape()
    let x = tape.constant(2, named: "x")
    let hidden = tape.parameter(10, named: "hidden")
    let scale = traceableBundle("scale") { inputs in try inputs[0] * hidden }
    let node = try await scale(["x": x])
    #expect(node.hiddenDependencies == [hidden])
    #expect(node.expandableDependencies == [node])
    #expect(node.parameterDependencies == [])
    let output = try node + 1
    #expect(output.expandableDependencies == [node])
    try output.backward("larger")
    let received = try #require(hidden.receivedFeedback.first)
    #expect(received.child == node)
    #expect(received.graph.nodes.map(\.pythonName) == ["x0", "int0", "scale0", "add0"])
    #expect(try hidden.aggregatedFeedback() == received.graph)
    #expect(try tape.functionView().outputs.map(\.name) == ["add0"])
    #expect(tape.invariantViolations == [])
  }

  @Test func parameterThatIsAnInputTooIsNotHidden() async throws {
    let tape = Tape()
    let x = tape.parameter(2, named: "x")
    let double = traceableBundle("double") { inputs in try inputs[0] + x }
    let node = try await double(["x": x])
    #expect(node.hiddenDependencies == [])
  }

  @Test func parameterHiddenTwoLevelsDownIsFound() async throws {
    let tape = Tape()
    let hidden = tape.parameter(10, named: "hidden")
    let inner = traceableBundle("inner") { inputs in try inputs[0] * hidden }
    let outer = traceableBundle("outer") { inputs in try await inner(["x": inputs[0]]) + 1 }
    let node = try await outer(["x": tape.constant(2)])
    #expect(node.value == 21)
    #expect(node.hiddenDependencies == [hidden])
  }

  @Test func failureInsideBecomesAFailureOfTheOuterNode() async throws {
    let tape = Tape()
    let divide = traceableBundle("divide_all") { inputs in try inputs[0] / 0 }
    let error = await #expect(throws: ExecutionError.self) {
      try await divide(["x": tape.constant(1)])
    }
    #expect(error?.node.pythonName == "exception_divide_all0")
    #expect(error?.node.inputs.map(\.key) == ["x"])
  }
}

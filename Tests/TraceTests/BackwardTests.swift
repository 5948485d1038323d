// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Testing
import Trace

struct BackwardTests {
  private func names(_ values: [FunctionView.NamedValue]) -> [String] { values.map(\.name) }

  @Test func feedbackOnABareParameterStaysThere() throws {
    let tape = Tape()
    let x = tape.parameter(1, named: "x")
    try x.backward("larger")
    let view = try tape.functionView()
    #expect(view.variables.map(\.text) == ["1"])
    #expect(view.code == [] && view.outputs == [] && view.feedback == "larger")
    #expect(x.receivedFeedback.map(\.child) == [nil])
    try x.backward("larger")
    #expect(try tape.functionView() == view)
  }

  @Test func frozenParameterIsAnInputAndUnreachedParameterDoesNotAppear() throws {
    let tape = Tape()
    let x = tape.parameter(1, named: "x")
    let frozen = tape.parameter(2, named: "frozen", isTrainable: false)
    let unreached = tape.parameter(3, named: "unreached")
    try (x + frozen).backward("larger")
    let view = try tape.functionView()
    #expect(names(view.variables) == ["x0"])
    #expect(names(view.inputs) == ["frozen0"])
    #expect(unreached.receivedFeedback.isEmpty)
    #expect(try unreached.aggregatedFeedback().isEmpty)
    #expect(frozen.receivedFeedback.count == 1)
  }

  @Test func constraintFallsBackToTheDescription() throws {
    let tape = Tape()
    let a = tape.parameter(1, named: "a", description: "first", constraint: "a > 0")
    let b = tape.parameter("t", named: "b", description: "second")
    let c = tape.parameter(2, named: "c")
    try Batch.outputs([a, b, c]).backward("f")
    let constraints = try tape.functionView().constraints
    #expect(
      constraints.map { "(\($0.typeName)) \($0.name): \($0.text)" }
        == ["(int) a0: a > 0", "(str) b0: second"])
  }

  @Test func inputThatIsGivenTwiceIsOneParent() throws {
    let tape = Tape()
    let x = tape.parameter(2, named: "x")
    let double = try x + x
    let quadruple = try double + double
    #expect(double.parents == [x])
    try quadruple.backward("larger")
    #expect(
      try tape.functionView().code == ["add0 = add(x=x0, y=x0)", "add1 = add(x=add0, y=add0)"])
    #expect(x.receivedFeedback.map(\.child) == [double])
  }

  @Test func feedbackThatReachesNothingIsAnErrorAndNotAnEmptyView() throws {
    let tape = Tape()
    tape.parameter(1, named: "x")
    #expect(throws: BackwardError.self) { try tape.functionView() }
    try (tape.constant(1) + 2).backward("larger")
    let error = #expect(throws: BackwardError.self) { try tape.functionView() }
    #expect(error?.code == .noFeedback)
  }

  @Test func secondFeedbackThroughTheSameNodesIsRefusedAndChangesNothing() throws {
    let tape = Tape()
    let x = tape.parameter(1, named: "x")
    let shared = try x + 1
    let (first, second) = (try shared * 2, try shared * 3)
    try first.backward("larger")
    let error = #expect(throws: BackwardError.self) { try second.backward("larger") }
    #expect(error?.code == .alreadyPropagated)
    #expect(error?.message.contains("add0") == true)
    #expect(x.receivedFeedback.count == 1)
    try (second.detached()).backward("free of the graph")
  }

  /// Trap: two retained passes from one child put two items under one key and failed.
  @Test func retainedGraphTakesFeedbackSeveralTimes() throws {
    let tape = Tape()
    let x = tape.parameter(1, named: "x")
    let shared = try x + 1
    let (first, second) = (try shared * 2, try shared * 3)
    try first.backward("larger", retainGraph: true)
    try first.backward("larger", retainGraph: true)
    try second.backward("larger")
    #expect(x.receivedFeedback.map(\.child) == [shared, shared, shared])
    let view = try tape.functionView()
    #expect(names(view.outputs) == ["multiply0", "multiply1"])
    #expect(view.code.count == 3)
  }

  @Test func severalFeedbacksThatDifferAreRefused() throws {
    let tape = Tape()
    let x = tape.parameter(1, named: "x")
    try (x + 1).backward("larger")
    try (x + 2).backward("smaller")
    let error = #expect(throws: BackwardError.self) { try tape.functionView() }
    #expect(error?.code == .differentFeedback)
    #expect(throws: BackwardError.self) { try x.aggregatedFeedback() }
  }

  @Test func differentFeedbackOnUnrelatedParametersOnlyMattersForTheirSum() throws {
    let tape = Tape()
    let (x, y) = (tape.parameter(1, named: "x"), tape.parameter(2, named: "y"))
    try (x + 1).backward("larger")
    try (y + 1).backward("smaller")
    #expect(try x.aggregatedFeedback().feedback == "larger")
    #expect(try y.aggregatedFeedback().feedback == "smaller")
    #expect(throws: BackwardError.self) { try tape.functionView() }
  }

  @Test func clearedFeedbackIsForgottenByOneOrByAllParameters() throws {
    let tape = Tape()
    let (x, y) = (tape.parameter(1, named: "x"), tape.parameter(2, named: "y"))
    try (x + y).backward("first")
    x.zeroFeedback()
    #expect(x.receivedFeedback.isEmpty && y.receivedFeedback.count == 1)
    try (x + 1).backward("second")
    #expect(try x.aggregatedFeedback().feedback == "second")
    tape.zeroFeedback()
    #expect(throws: BackwardError.self) { try tape.functionView() }
    try (x * y).backward("third")
    #expect(try tape.functionView().code == ["multiply0 = multiply(x=x0, y=y0)"])
  }

  /// Trap: a node was detached by the equality of values, which could drop its equal sibling.
  @Test func siblingWithAnEqualValueKeepsItsPlace() throws {
    let tape = Tape()
    let x = tape.parameter(2, named: "x")
    let (first, second) = (try x + 1, try x + 1)
    try first.backward("larger")
    #expect(x.children == [first, second])
    #expect(second.parents.first == x)
    try second.backward("larger")
    #expect(x.receivedFeedback.map(\.child) == [first, second])
  }

  /// Trap: siblings were ordered by their address in memory.
  @Test func siblingsAreOrderedByRecording() throws {
    let tape = Tape()
    let x = tape.parameter(1, named: "x")
    let siblings = try (0..<20).map { try x + TraceValue.integer($0) }
    try Batch.outputs(siblings.reversed()).backward("f")
    let view = try tape.functionView()
    #expect(names(view.others) == (0..<20).map { "add\($0)" })
    #expect(names(view.inputs) == (0..<20).map { "int\($0)" })
    #expect(view.code.first?.hasPrefix("add0 ") == true && view.code[10].hasPrefix("add10 "))
  }

  /// Trap: an intermediate result was shown as an input when it was visited before its own inputs.
  @Test func intermediateResultIsNeverShownAsAnInput() throws {
    let tape = Tape()
    let x = tape.parameter(1, named: "x")
    let a = try x + 1
    let b = try a * 2
    let c = try x - 3
    let d = try b + c
    try (d + a).backward("f")
    let view = try tape.functionView()
    #expect(names(view.inputs) == ["int0", "int1", "int2"])
    #expect(names(view.others) == ["add0", "subtract0", "multiply0", "add1"])
  }

  @Test func batchNumbersOutputsAndFeedback() throws {
    let tape = Tape()
    let x = tape.parameter("a", named: "x")
    let batch = try Batch.outputs([x.uppercased(), x + "b"])
    #expect(batch.value == "ID [0]: A\nID [1]: ab\n")
    #expect(batch.inputs.map(\.key) == ["args_0", "args_1"])
    #expect(Batch.feedback(["good", "bad"]) == "ID [0]: good\nID [1]: bad\n")
    #expect(throws: BundleError.self) { try Batch.outputs([]) }
  }

  @Test func longChainNeedsNoStack() throws {
    let tape = Tape()
    var node = tape.parameter(0, named: "x")
    let one = tape.constant(1)
    for _ in 0..<100_000 { node = try node + one }
    try node.backward("larger")
    let view = try tape.functionView()
    #expect(view.code.count == 100_000)
    #expect(view.outputs.map(\.text) == ["100000"])
  }
}

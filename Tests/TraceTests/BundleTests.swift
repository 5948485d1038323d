// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Testing
import Trace

struct BundleTests {
  private func line(_ node: TraceNode) -> String {
    let inputs = node.inputs.map { "\($0.key)=\($0.node.pythonName)" }.joined(separator: ", ")
    return "\(node.pythonName) = \(node.operation?.name ?? "")(\(inputs))"
  }

  @Test func plainArgumentsBecomeConstantsNamedAfterTheirParameters() throws {
    let tape = Tape()
    let combine = bundle("combine") { values in
      .text("\(values[0].plainText)\(values[1].plainText)")
    }
    let node = try combine(["text": tape.constant("a", named: "t"), "count": 3])
    #expect(line(node) == "combine0 = combine(text=t0, count=count0)")
    #expect(node.value == "a3")
    #expect(node.level == 1)
  }

  @Test func defaultsAndVariadicArgumentsAreNamedAsPythonNamesThem() throws {
    let tape = Tape()
    let sum = bundle(
      "sum",
      options: BundleOptions(
        signature: BundleSignature(
          ["first", "scale"], defaults: ["scale": 2], isVariadic: true, acceptsOtherNames: true))
    ) { values in .integer(values.compactMap(\.integerValue).reduce(0, +)) }
    #expect(try line(sum.applied(to: 1, on: tape)) == "sum0 = sum(first=first0, scale=scale0)")
    #expect(
      try line(sum.applied(to: 1, 5, 6, 7, on: tape))
        == "sum1 = sum(first=first1, scale=scale1, args_0=args_00, args_1=args_10)")
    #expect(
      try line(sum(["extra": 9, "first": 1], on: tape))
        == "sum2 = sum(first=first2, scale=scale2, extra=extra0)")
  }

  @Test func argumentsThatDoNotFitTheSignatureAreRefused() {
    let options = BundleOptions(signature: BundleSignature(["x", "y"]))
    let add = bundle("add_two", options: options) { values in values[0] }
    let tape = Tape()
    for call in [
      { try add.applied(to: 1, on: tape) }, { try add.applied(to: 1, 2, 3, on: tape) },
      { try add(["x": 1, "z": 2], on: tape) }, { try add(["x": 1, "y": 1, "x": 2], on: tape) },
      { try bundle("free") { _ in 1 }.applied(to: 1, on: tape) },
    ] {
      #expect(throws: BundleError.self) { try call() }
    }
    #expect(tape.count == 0)
  }

  @Test func inputsOfSeveralTapesOrOfNoneAreRefused() throws {
    let identity = bundle("identity") { values in values[0] }
    let other = Tape().constant(2)
    let several = #expect(throws: BundleError.self) {
      try identity(["x": Tape().constant(1), "y": other])
    }
    #expect(several?.code == .severalTapes)
    let none = #expect(throws: BundleError.self) { try identity(["x": 1]) }
    #expect(none?.code == .noTape)
    #expect(throws: BundleError.self) { try Tape().constant(1) + other }
  }

  @Test func readingANodeThatWasNotGivenIsRefusedByName() throws {
    let tape = Tape()
    let hidden = tape.parameter(2, named: "hidden")
    let read = bundle("read") { values in
      .integer((values[0].integerValue ?? 0) + (hidden.value.integerValue ?? 0))
    }
    let error = #expect(throws: BundleError.self) { try read(["x": 1], on: tape) }
    #expect(error?.code == .externalDependency)
    #expect(error?.message.contains("hidden0") == true)
    #expect(try read(["x": 1, "h": hidden]).value == 3)
  }

  @Test func readingThroughRecordedOperationsIsReadingToo() throws {
    let tape = Tape()
    let hidden = tape.parameter(2, named: "hidden")
    let read = bundle("read") { values in try (hidden + 1).value }
    #expect(throws: BundleError.self) { try read(["x": 1], on: tape) }
    let fresh = bundle("fresh") { values in try (tape.constant(values[0]) + 1).value }
    #expect(try fresh(["x": 1], on: tape).value == 2)
  }

  @Test func allowedExternalDependenciesAreKeptAndAreNoParents() throws {
    let tape = Tape()
    let hidden = tape.parameter(2, named: "hidden")
    let read = bundle("read", options: BundleOptions(allowsExternalDependencies: true)) { _ in
      hidden.value
    }
    let node = try read(["x": 1], on: tape)
    #expect(node.externalDependencies == [hidden])
    #expect(node.parents.map(\.pythonName) == ["x0"])
    #expect(node.parameterDependencies == [])
  }

  @Test func innerOperationOfABundleIsNoParentOfItsOutput() throws {
    let tape = Tape()
    let double = bundle("double") { values in .integer((values[0].integerValue ?? 0) * 2) }
    let outer = bundle("outer") { values in try double(["x": values[0]], on: tape).value }
    let node = try outer(["x": tape.constant(4, named: "x")])
    #expect(node.value == 8)
    #expect(node.parents.map(\.name) == ["x:0"])
  }

  @Test func outputNameReplacesTheNameOfTheOperation() throws {
    let answer = bundle("ask", options: BundleOptions(outputName: "answer")) { _ in
      throw OperatorException(type: "ValueError", message: "none")
    }
    let error = #expect(throws: ExecutionError.self) { try answer(["x": 1], on: Tape()) }
    #expect(error?.node.name == "exception_answer:0")
    #expect(error?.node.operation?.name == "ask")
  }

  @Test func ownFailureBecomesANodeAndEverythingElsePassesThrough() throws {
    struct ModelUnreachable: Error {}
    let tape = Tape()
    let fail = bundle("fail") { _ in throw OperatorException(type: "KeyError", message: "'a'") }
    let error = #expect(throws: ExecutionError.self) { try fail(["x": 1], on: tape) }
    #expect(error?.node.value == "(KeyError) 'a'")
    #expect(error?.node.inputs.map(\.key) == ["x"])
    #expect(error?.fullFeedback == "(KeyError) 'a'")
    let count = tape.count
    let unreachable = bundle("model") { _ in throw ModelUnreachable() }
    #expect(throws: ModelUnreachable.self) { try unreachable([:], on: tape) }
    let cancelled = bundle("cancel", options: BundleOptions(failures: .everyError)) { _ in
      throw CancellationError()
    }
    #expect(throws: CancellationError.self) { try cancelled([:], on: tape) }
    #expect(tape.count == count)
  }

  @Test func failureIsAnnotatedWithTheSourceWhenItIsKnown() {
    let half = bundle("half", options: BundleOptions(source: "func half(x: Int)")) { _ in
      throw OperatorException(type: "ValueError", message: "odd")
    }
    let error = #expect(throws: ExecutionError.self) { try half(["x": 1], on: Tape()) }
    #expect(error?.fullFeedback == "func half(x: Int) <--- (ValueError) odd.\n(ValueError) odd.")
    #expect(error?.simpleFeedback == "(ValueError) odd")
  }

  @Test func rulesDecideWhichErrorsBecomeNodes() throws {
    struct Odd: Error {}
    let tape = Tape()
    let every = bundle("every", options: BundleOptions(failures: .everyError)) { _ in throw Odd() }
    let error = #expect(throws: ExecutionError.self) { try every([:], on: tape) }
    #expect(error?.exception.type == "Odd")
    let none = bundle("none", options: BundleOptions(failures: .passThrough)) { _ in
      throw OperatorException(type: "ValueError", message: "m")
    }
    #expect(throws: OperatorException.self) { try none([:], on: tape) }
  }

  @Test func failureOfAnInnerOperationFailsTheOuterOne() throws {
    let tape = Tape()
    let outer = bundle("outer") { values in try (tape.constant(values[0]) / 0).value }
    let error = #expect(throws: ExecutionError.self) { try outer(["x": 1], on: tape) }
    #expect(error?.node.pythonName == "exception_outer0")
    #expect(error?.node.value == "(ZeroDivisionError) division by zero")
    #expect(error?.node.parents.map(\.name) == ["x:0"])
  }

  @Test func operationsRecordedAtOnceKeepTheTapeIntact() async throws {
    let tape = Tape()
    let start = tape.parameter(0, named: "start")
    let step = bundle("step") { values async in
      await Task.yield()
      return .integer((values[0].integerValue ?? 0) + 1)
    }
    let ends = try await withThrowingTaskGroup(of: TraceNode.self) { group in
      for _ in 0..<8 {
        group.addTask {
          var node = start
          for _ in 0..<50 { node = try await step(["x": node]) }
          return node
        }
      }
      var ends: [TraceNode] = []
      for try await end in group { ends.append(end) }
      return ends
    }
    #expect(ends.map(\.value) == Array(repeating: 50, count: 8))
    #expect(ends.map(\.level) == Array(repeating: 50, count: 8))
    #expect(tape.count == 401)
    #expect(tape.invariantViolations == [])
  }

  @Test func stoppedTracingRecordsOutputsWithoutInputs() async throws {
    let tape = Tape()
    let x = tape.parameter(1, named: "x")
    let identity = bundle("identity") { values in values[0] }
    let (sum, copy) = try stopTracing { (try x + 1, try identity(["x": x])) }
    #expect(sum.value == 2 && copy.value == 1)
    #expect(sum.inputs.isEmpty && copy.parents.isEmpty)
    #expect(!sum.isRoot && sum.level == 0)
    try sum.backward("no")
    #expect(throws: BackwardError.self) { try tape.functionView() }
    #expect(try (x + 1).inputs.count == 2)
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Testing
import Trace

struct CodeBundleTests {
  private static let source = """
    def greet(name):
        \"\"\"Greets someone.\"\"\"
        text = \"\"\"hello\"\"\"
        return text + name
    """

  private let greet = CodeBundle("greet") { source, arguments in
    if source.contains("syntax error") {
      throw OperatorException(
        type: "SyntaxError", message: "invalid syntax (<string>, line 1)",
        comment: "a syntax error <--- (SyntaxError) invalid syntax.")
    }
    guard case .text(let name) = arguments.last else {
      throw OperatorException(
        type: "TypeError", message: "can only concatenate str",
        comment: "    return text + name <--- (TypeError) can only concatenate str.")
    }
    return .text("hello \(name)")
  }

  @Test func callIsAnEvalWithTheCodeAsLastInput() async throws {
    let tape = Tape()
    let code = tape.code(Self.source)
    let node = try await greet(["name": "Ada"], code: code)
    #expect(node.value == "hello Ada")
    #expect(node.name == "eval:0")
    #expect(node.inputs.map(\.key) == ["name", "__code"])
    #expect(node.inputs.map(\.node.pythonName) == ["name0", "__code0"])
    #expect(node.externalDependencies == [])
  }

  @Test func inputsWithNamesOfRunTimeAreRecordedAsThoseOfALiteral() async throws {
    let tape = Tape()
    let inputs = ["name"].map { name in
      (key: name, operand: TraceValue.text("Ada") as any TraceOperand)
    }
    let node = try await greet.applied(to: inputs, code: tape.code(Self.source))
    #expect(node.value == "hello Ada")
    #expect(node.inputs.map(\.key) == ["name", "__code"])
    #expect(node.inputs.map(\.node.pythonName) == ["name0", "__code0"])
  }

  @Test func constraintIsTheDefinitionLineAndItsDocumentation() {
    let tape = Tape()
    #expect(
      tape.code(Self.source).constraint
        == "has to begin with:\ndef greet(name):\n    \"\"\"Greets someone.\"\"\"")
    #expect(
      tape.code("x = 1\ndef f(a,\n      b={1: 2}):\n    return a").constraint
        == "has to begin with:\ndef f(a,\n      b={1: 2}):")
    #expect(tape.code("no function").constraint == nil)
  }

  @Test func failureWhileRunningKeepsAllInputsAndTheAnnotatedSource() async throws {
    let tape = Tape()
    let code = tape.code(Self.source)
    let error = await #expect(throws: ExecutionError.self) {
      try await greet(["name": 3], code: code)
    }
    let node = try #require(error?.node)
    #expect(node.name == "exception_eval:0")
    #expect(node.inputs.map(\.key) == ["name", "__code"])
    #expect(
      error?.fullFeedback == "    return text + name <--- (TypeError) can only concatenate str.")
    try node.backward(error?.fullFeedback ?? "")
    let view = try tape.functionView()
    #expect(view.code == ["exception_eval0 = eval(name=name0, __code=__code0)"])
    #expect(view.outputs.map(\.text) == ["(TypeError) can only concatenate str"])
    #expect(view.documentation.map(\.text) == ["The operation eval raised an exception."])
    #expect(view.variables.map(\.isCode) == [true])
  }

  @Test func sourceThatIsNoProgramFailsWithTheCodeAsOnlyInput() async throws {
    let tape = Tape()
    let code = tape.code("a syntax error")
    let error = await #expect(throws: ExecutionError.self) {
      try await greet(["name": "Ada"], code: code)
    }
    let node = try #require(error?.node)
    #expect(node.pythonName == "exception___code0")
    #expect(node.inputs.map(\.key) == ["code"])
    #expect(node.parents == [code])
    #expect(node.value == "(SyntaxError) invalid syntax (<string>, line 1)")
    #expect(error?.fullFeedback == "a syntax error <--- (SyntaxError) invalid syntax.")
  }

  @Test func codeThatIsNotTextIsRefused() async {
    let tape = Tape()
    let code = tape.parameter(1, named: "__code")
    let error = await #expect(throws: BundleError.self) { try await greet(["n": 1], code: code) }
    #expect(error?.code == .notCode)
  }

  /// Trap: methods that share one code parameter train all objects when one is trained.
  @Test func everyInstanceHasACopyOfTheCodeOfItsOwn() async throws {
    let tape = Tape()
    let code = tape.code(Self.source)
    let (first, second) = (tape.constant("a", named: "A"), tape.constant("b", named: "A"))
    let greetFirst = CodeMethod(greet, code: code, instance: first)
    let greetSecond = CodeMethod(greet, code: code, instance: second)
    let node = try await greetFirst(["name": "Ada"])
    #expect(node.inputs.map(\.key) == ["self", "name", "__code"])
    #expect(node.inputs.map(\.node.pythonName) == ["A0", "name0", "__code0_copy0"])
    #expect(greetFirst.code != greetSecond.code)
    try node.backward("shorter")
    #expect(greetFirst.code.receivedFeedback.count == 1)
    #expect(greetSecond.code.receivedFeedback.isEmpty && code.receivedFeedback.isEmpty)
  }
}

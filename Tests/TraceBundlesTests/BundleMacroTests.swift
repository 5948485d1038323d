// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Testing
import Trace
import TraceBundles

/// Adds a tax
/// to a price.
///
/// - Parameters:
///   - price: The price.
///   - rate: The rate.
/// - Returns: The price with the tax.
@Bundle func addTax(price: Double, rate: Double = 1) -> Double {
  // A comment with "quotes" and a \(nothing).
  price * (1 + rate)
}

@Bundle("greet") func hello(_ name: String, times count: Int) throws -> String {
  guard count > 0 else { throw OperatorException(type: "ValueError", message: "no greeting") }
  return String(repeating: "Hello, \(name)! ", count: count)
}

/// Waits and answers.
@Bundle func ask(_ question: String) async throws -> [String] { [question, "42"] }

struct Shop {
  let discount: Int

  /// Takes the discount off.
  @Bundle func reduced(_ price: Int) -> Int { price - discount }

  @Bundle static func doubled(_ price: Int) -> Int { price * 2 }
}

struct BundleMacroTests {
  let tape = Tape()

  func node<Value: TraceRepresentable>(_ value: Value) throws -> Node<Value> {
    try Node(tape.parameter(value.traceValue, named: "x"))
  }

  @Test func theOverloadRecordsTheCallUnderTheNamesOfFunctionAndParameters() throws {
    let total = try addTax(price: try node(10.0), rate: 0.5)
    #expect(total.value == 15)
    try total.backward("too much")
    let view = try tape.functionView()
    #expect(view.code == ["addTax0 = addTax(price=x0, rate=rate0)"])
    #expect(view.documentation.map(\.text) == ["Adds a tax to a price."])
  }

  @Test func aDefaultKeepsItsTypeAndIsRecordedAsAnInput() throws {
    let total = try addTax(price: try node(10.0))
    #expect(total.value == 20)
    try total.backward("too much")
    #expect(try tape.functionView().inputs.map(\.typeName) == ["float"])
  }

  @Test func theFunctionItselfStaysAsItWas() { #expect(addTax(price: 10, rate: 0.5) == 15) }

  @Test func theSourceIsKeptAsItIsWritten() {
    #expect(
      addTax_bundle.source == """
        func addTax(price: Double, rate: Double = 1) -> Double {
          // A comment with "quotes" and a \\(nothing).
          price * (1 + rate)
        }
        """)
    #expect(addTax_bundle.file.hasSuffix("BundleMacroTests.swift"))
    #expect(addTax_bundle.line == 15)
  }

  @Test func aNameInTheAttributeIsTheOperationsName() throws {
    let greeting = try hello(try node("you"), times: 2)
    #expect(greeting.value == "Hello, you! Hello, you! ")
    #expect(greeting.name == "greet:0")
  }

  @Test func aFailureIsAnExceptionAnnotatedWithTheSource() throws {
    let name = try node("you")
    let error = try #require(throws: ExecutionError.self) { try hello(name, times: 0) }
    #expect(error.node.value.plainText == "(ValueError) no greeting")
    #expect(error.fullFeedback.contains("guard count > 0"))
  }

  @Test func aFunctionThatWaitsIsTraced() async throws {
    let answer = try await ask(try node("why?"))
    #expect(answer.value == ["why?", "42"])
    #expect(answer.name == "ask:0")
  }

  @Test func methodsAreNamedAfterTheirType() throws {
    let reduced = try Shop(discount: 3).reduced(try node(10))
    #expect(reduced.value == 7)
    #expect(reduced.name == "Shop.reduced:0")
    #expect(try Shop.doubled(try node(4)).value == 8)
    #expect(Shop.reduced_bundle.summary == "Takes the discount off.")
  }
}

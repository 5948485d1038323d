// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Testing
import Trace

struct TypedNodeTests {
  @Test func expressionsReadLikeOrdinarySwift() throws {
    let tape = Tape()
    let price = try Node<Double>(tape.parameter(2.5, named: "price"))
    let count = tape.node(3, named: "count")
    let total = try price * 2 + 1 - price / 2
    let rest = try count % 2 + 4 * count - 1
    let isDear = try total > 4
    let label: Node<String> = try isDear.choosing("dear", otherwise: "cheap")
    #expect(total.value == 4.75)
    #expect(rest.value == 12)
    #expect(isDear.value)
    #expect(try (label.uppercased() + "!").value == "DEAR!")
    #expect(try (count / 2).value == 1.5)
    #expect(try count.floorDivided(by: 2).value == 1)
    try label.backward("fine")
    #expect(try tape.functionView().variables.map(\.name) == ["price0"])
  }

  @Test func plainValueOnTheLeftKeepsItsPlaceButForProducts() throws {
    let tape = Tape()
    let w = tape.node(5, named: "w")
    func inputs(_ node: Node<Int>) -> [String] { node.untyped.inputs.map(\.node.pythonName) }
    #expect(try inputs(1 - w) == ["int0", "w0"])
    #expect(try inputs(2 * w) == ["w0", "int1"])
    #expect(try inputs(1 + w) == ["int2", "w0"])
    #expect(try ("a" + tape.node("b")).untyped.inputs.map(\.node.pythonName) == ["str1", "str0"])
  }

  @Test func collectionsKeepTheTypesOfTheirElements() throws {
    let tape = Tape()
    let words = try tape.node("to be or").words()
    let third: Node<String> = try words[2]
    #expect(third.value == "or")
    #expect(try words.elements().map(\.value) == ["to", "be", "or"])
    #expect(try words.appending("not").length().value == 4)
    #expect(try words.sorted().value == ["be", "or", "to"])
    let ages = tape.node(["Ada": 36])
    let age: Node<Int> = try ages["Ada"]
    #expect(try (age + 1).value == 37)
    #expect(try tape.node("Hi {name}").formatted(["name": third]).value == "Hi or")
    #expect(try third.contains("r").value)
  }

  @Test func typeIsCheckedWhenItIsGiven() throws {
    let tape = Tape()
    let error = #expect(throws: TypeMismatch.self) { try Node<Int>(tape.constant("a")) }
    #expect(error?.description == "str0 was expected to be of type Int but is of type str")
    #expect(try Node<Double>(tape.constant(1)).value == 1)
  }

  @Test func typedBundleIsCalledLikeItsFunction() throws {
    let addTax = bundle("add_tax", ["price", "rate"], summary: "Adds tax.") {
      (price: Double, rate: Double) in price * (1 + rate)
    }
    let tape = Tape()
    let total = try addTax(tape.node(100.0, named: "p"), 0.25)
    #expect(total.value == 125)
    #expect(total.untyped.inputs.map(\.key) == ["price", "rate"])
    #expect(total.untyped.inputs.map(\.node.name) == ["p:0", "rate:0"])
    let failing = bundle("fail", ["x"]) { (x: Int) -> Int in
      throw OperatorException(type: "ValueError", message: "never")
    }
    #expect(throws: ExecutionError.self) { try failing(1, on: tape) }
  }

  @Test func readingATypedNodeInABundleIsReadingIt() throws {
    let tape = Tape()
    let hidden = tape.node(3, named: "hidden")
    let read = bundle("read", ["x"]) { (x: Int) in x + hidden.value }
    #expect(throws: BundleError.self) { try read(1, on: tape) }
  }
}

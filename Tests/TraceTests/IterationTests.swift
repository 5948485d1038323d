// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Testing
import Trace

struct IterationTests {
  @Test(
    arguments: [
      ([1, 2], ["getitem", "getitem"], [1, 2]), (.tuple([1, 2]), ["getitem", "getitem"], [1, 2]),
      ("ab", ["getitem", "getitem"], ["a", "b"]),
      (.set(TraceSet([3])), ["to_list", "getitem"], [3]),
      (["k": 1], ["keys", "getitem"], ["k"]), ([], [], []),
    ] as [(TraceValue, [String], [TraceValue])])
  func membersAreTakenOutByRecordedOperations(
    value: TraceValue, operations: [String], members: [TraceValue]
  ) throws {
    let tape = Tape()
    let elements = try tape.parameter(value, named: "x").elements()
    #expect(elements.map(\.value) == members)
    #expect(tape.nodes.compactMap(\.operation?.name) == operations)
    for (index, element) in elements.enumerated() {
      #expect(element.inputs.map(\.key) == ["x", "index"])
      #expect(element.inputs[1].node.value == .integer(index))
    }
  }

  @Test func itemsOfADictionaryArePairsOfNodes() throws {
    let tape = Tape()
    let items = try tape.parameter(["a": 1, "b": 2], named: "x").items()
    #expect(items.map(\.key.value) == ["a", "b"])
    #expect(items.map(\.value.value) == [1, 2])
    #expect(items[1].value.inputs[1].node == items[1].key)
  }

  @Test(arguments: [1, nil, true, 2.5] as [TraceValue])
  func iteratingAnythingElseFailsWithAnExceptionNode(value: TraceValue) throws {
    let tape = Tape()
    let x = tape.parameter(value, named: "x")
    let error = #expect(throws: ExecutionError.self) { try x.elements() }
    #expect(error?.node.value == .text("(TypeError) '\(value.typeName)' object is not iterable"))
    #expect(error?.node.parents == [x])
    #expect(throws: ExecutionError.self) { try x.items() }
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Testing
import Trace

struct NamingTests {
  @Test func nodesAreCountedByBaseAndNamedAfterTheirTypeByDefault() {
    let tape = Tape()
    let names = [
      tape.constant(1), tape.constant("a"), tape.constant(2), tape.constant(1, named: "x"),
      tape.parameter(2.5, named: "x"), tape.constant(nil), tape.constant([1]), tape.constant([:]),
    ].map(\.name)
    #expect(names == ["int:0", "str:0", "int:1", "x:0", "x:1", "NoneType:0", "list:0", "dict:0"])
  }

  @Test func everyTapeCountsForItself() {
    #expect(Tape().constant(1).name == Tape().constant(2).name)
  }

  @Test func scopePrefixesNamesAndInnerScopeReplacesTheOuter() throws {
    let tape = Tape()
    let names = try withNameScope("agent") {
      let x = tape.parameter(1, named: "x")
      let inner = try withNameScope("tool") { try x + 1 }
      return [x.name, inner.name, inner.inputs[1].node.name]
    }
    #expect(names == ["agent/x:0", "tool/add:0", "tool/int:0"])
    #expect(tape.constant(1, named: "x").name == "x:0")
  }

  @Test func scopeReachesAcrossSuspensionPoints() async throws {
    let tape = Tape()
    let wait = bundle("wait") { arguments async in
      await Task.yield()
      return arguments[0]
    }
    let node = try await withNameScope("agent") { try await wait(["x": 1 as TraceValue], on: tape) }
    #expect(node.name == "agent/wait:0")
    #expect(node.inputs[0].node.name == "agent/x:0")
  }

  /// Trap: `x:10` and `x1:0` both read `x10` without their colon.
  @Test(arguments: [true, false])
  func collidingPythonNamesAreKeptApart(longFirst: Bool) {
    let tape = Tape()
    if longFirst { tape.constant(0, named: "x1") }
    let names = (0...11).map { tape.constant(.integer($0), named: "x").pythonName }
    if !longFirst { tape.constant(0, named: "x1") }
    let all = tape.nodes.map(\.pythonName)
    #expect(Set(all).count == 13)
    #expect(names.last == (longFirst ? "x12" : "x11"))
    #expect(tape.invariantViolations == [])
  }

  @Test func detachedCopyIsNamedAfterItsOriginalAndHasNoInputs() throws {
    let tape = Tape()
    let parameter = tape.parameter("text", named: "orig", constraint: "short", isTrainable: false)
    let copy = parameter.detached()
    #expect(copy.name == "orig0_copy:0")
    #expect(copy.isParameter && !copy.isTrainable)
    #expect(copy.constraint == "short")
    let sum = try tape.constant(1) + 2
    let root = sum.detached()
    #expect(root.name == "add0_copy:0")
    #expect(root.isRoot && root.value == 3 && root.level == 0)
  }

  @Test func colonInANameIsRefused() async {
    await #expect(processExitsWith: .failure) { Tape().constant(1, named: "a:b") }
  }

  /// Trap: equality by value makes different nodes the same.
  @Test func equalityIsThatOfThePlaceAndNotOfTheValue() {
    let tape = Tape()
    let (first, second) = (tape.constant(1), tape.constant(1))
    #expect(first != second)
    #expect(first.value == second.value)
    #expect(Set([first, second, first]).count == 2)
    #expect(Tape().constant(1) != Tape().constant(1))
  }
}

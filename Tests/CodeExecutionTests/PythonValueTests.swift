// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import CodeExecution
import Testing

struct PythonValueTests {
  @Test func argumentsAndValueAreJSON() async throws {
    let sandbox = try await SandboxUnderTest.start()
    let value: JSONValue = [
      nil, true, 0, -9_223_372_036_854_775_808, 1.0, 0.1, "é\u{1F600}\n\"", [[]],
      ["b": 1, "a": nil],
    ]
    let outcome = try await sandbox.outcome(of: "def f(x):\n  return x", value)
    #expect(outcome == .value(value, typeName: "list"))
    await sandbox.close()
  }

  @Test(
    arguments: [
      ("None", nil, "NoneType"), ("(1, (2,))", [1, [2]], "tuple"), ("True", true, "bool"),
      ("2.0", 2.0, "float"), ("'a'", "a", "str"), ("P(1)", [1], "P"),
      ("2**63 - 1", .integer(.max), "int"),
    ] as [(String, JSONValue, String)])
  func typeIsNamedByItsPythonClass(expression: String, value: JSONValue, type: String) async throws
  {
    let sandbox = try await SandboxUnderTest.start()
    let source = """
      from collections import namedtuple
      P = namedtuple("P", "x")
      def f():
        return \(expression)
      """
    #expect(try await sandbox.outcome(of: source) == .value(value, typeName: type))
    await sandbox.close()
  }

  @Test(arguments: [
    ("{1, 2}", "a value of type set"), ("2**63", "a whole number that does not fit 64 bits"),
    ("float('nan')", "the number nan"), ("[-float('inf')]", "the number -inf"),
    ("{1: 2}", "a dict with a key of type int"), ("'\\ud800'", "a text with half a surrogate pair"),
    ("b'x'", "a value of type bytes"), ("f", "a value of type function"),
    ("1j", "a value of type complex"),
    ("(x for x in [])", "a value of type generator"), ("loop()", "a value of more than 200 levels"),
  ])
  func whatHasNoExactJSONFormIsATypeError(expression: String, reason: String) async throws {
    let sandbox = try await SandboxUnderTest.start()
    let source = """
      def loop():
        x = []
        x.append(x)
        return x
      def f():
        return \(expression)
      """
    let exception = try #require(try await sandbox.outcome(of: source).exception)
    #expect(exception.type == "TypeError")
    #expect(exception.message == "f returned \(reason), which has no exact JSON form")
    await sandbox.close()
  }

  @Test func callsDependOnTheirSourceOnly() async throws {
    let sandbox = try await SandboxUnderTest.start()
    let other = try await SandboxUnderTest.start()
    let source = """
      import os, random, time
      def f():
        words = list({"one", "two", "three", "four"})
        return [random.random(), words, hash("x"), time.tzname[0], time.localtime(0).tm_hour]
      """
    let first = try await sandbox.outcome(of: source)
    _ = try await sandbox.outcome(of: "import random\nrandom.seed(5)\ndef f():\n  pass")
    #expect(try await sandbox.outcome(of: source) == first)
    #expect(try await other.outcome(of: source) == first)
    guard case .value(let value, _) = first else {
      Issue.record("\(first)")
      return
    }
    // The first number of Python's generator after random.seed(0).
    #expect(value.arrayValue?[0] == 0.8444218515250481)
    #expect(value.arrayValue?.suffix(2) == ["UTC", 0])
    await sandbox.close()
    await other.close()
  }

  @Test func callsShareNothing() async throws {
    let sandbox = try await SandboxUnderTest.start()
    let change = """
      import builtins, json, math, sys
      builtins.sorted = lambda x: 99
      math.pi = 3
      sys.modules["mine"] = sys
      def f():
        open("left", "w").write("x")
        return sorted([])
      """
    #expect(try await sandbox.outcome(of: change) == .value(99, typeName: "int"))
    let look = """
      import math, os, sys
      def f():
        return [sorted([]), math.pi > 3.1, "mine" in sys.modules, os.listdir()]
      """
    #expect(try await sandbox.outcome(of: look) == .value([[], true, false, []], typeName: "list"))
    await sandbox.close()
  }

  @Test func printedTextIsReportedWithValueAndWithException() async throws {
    let sandbox = try await SandboxUnderTest.start()
    let source = """
      import sys
      def f(fails):
        print("héllo", end="")
        sys.stdout.flush()
        print("!", file=sys.stderr)
        if fails:
          raise ValueError("no")
        return 1
      """
    for fails in [false, true] {
      let call = PythonCall(source: source, entryPoint: "f", arguments: [.bool(fails)])
      let report = try await sandbox.report(on: call)
      #expect(report.output == "héllo!\n")
      #expect((report.outcome == .value(1, typeName: "int")) == !fails)
      #expect(report.cpuTime > .zero && report.cpuTime < .seconds(20))
    }
    await sandbox.close()
  }

  @Test func classesThreadsAndCoroutinesWork() async throws {
    let sandbox = try await SandboxUnderTest.start()
    let source = """
      from __future__ import annotations
      import asyncio, threading
      from dataclasses import dataclass
      from typing import List

      @dataclass
      class Pair:
        left: int
        right: List[int]

      async def later(pair: Pair) -> int:
        await asyncio.sleep(0)
        return pair.left + sum(pair.right)

      def f(x: int) -> list[int]:
        found = []
        thread = threading.Thread(target=lambda: found.append(x))
        thread.start()
        thread.join()
        return [asyncio.run(later(Pair(x, [1, 2])))] + found
      """
    #expect(try await sandbox.outcome(of: source, 4) == .value([7, 4], typeName: "list"))
    await sandbox.close()
  }

  @Test func manyCallsRunAtOnce() async throws {
    let sandbox = try await SandboxUnderTest.start(workers: 3)
    let sums = try await withThrowingTaskGroup(of: PythonOutcome.self) { group in
      for number in 0..<60 {
        group.addTask { try await sandbox.outcome(of: "def f(n):\n  return n", .integer(number)) }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    let expected = Set((0..<60).map { PythonOutcome.value(.integer($0), typeName: "int") })
    #expect(Set(sums) == expected)
    await sandbox.close()
  }

  @Test func largeArgumentsAndValuesPass() async throws {
    let sandbox = try await SandboxUnderTest.start()
    let text = String(repeating: "0123456789", count: 200_000)
    let outcome = try await sandbox.outcome(of: "def f(x):\n  return x + x[:5]", .string(text))
    #expect(outcome == .value(.string(text + "01234"), typeName: "str"))
    await sandbox.close()
  }
}

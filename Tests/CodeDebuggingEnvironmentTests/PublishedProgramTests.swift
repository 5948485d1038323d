// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import BenchmarkSuites
import CanonicalJSON
import CodeDebuggingEnvironment
import CodeExecution
import Datasets
import Foundation
import LanguageModels
import OPTO
import Testing

@Suite(.enabled("needs python3 and a sandbox") { await SharedSandbox.isAvailable() })
struct PublishedProgramTests {
  private static let suite = CodeDebuggingSuite()

  private static func load(_ name: String, in folder: URL?) async throws -> LoadedTask {
    try await suite.load(
      TaskID(suite: "code", name: name), from: .official(directory: folder?.path))
  }

  /// The scores of a task's programs on the test split: with the fault, and without it.
  private static func scores(
    _ name: String, in folder: URL
  ) async throws -> (faulty: Evaluation, correct: Evaluation) {
    let task = try await load(name, in: folder)
    let resources = SuiteResources(
      model: ScriptedLanguageModel(answers: []), sandbox: try await SharedSandbox.sandbox(),
      answerTokens: 1)
    let problem = try task.pose(resources, Seed(rawValue: 0))
    let oracle = TraceOracle(problem)
    let example = try #require(problem.exampleIDs(in: .test).first)
    let policy = try #require(suite.references.first)
    let correct = try #require(task.referenceValues(policy, Seed(rawValue: 0)))
    return (
      try await oracle.evaluate(example, with: ParameterValues(initialOf: problem.parameters)),
      try await oracle.evaluate(example, with: correct)
    )
  }

  /// Programs of our own that do what those of the set do, each with a fault of our own.
  private static let programs: [(name: String, faulty: String, correct: String)] = [
    (
      "gcd", "def gcd(a, b):\n    return a if b == 0 else gcd(b, b % a)\n",
      "def gcd(a, b):\n    return a if b == 0 else gcd(b, a % b)\n"
    ),
    (
      "bitcount", "def bitcount(n):\n    return bin(n).count('0')\n",
      "def bitcount(n):\n    return bin(n).count('1')\n"
    ),
    (
      "to_base", "def to_base(num, b):\n    return str(num)\n",
      """
      def to_base(num, b):
          digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
          return (to_base(num // b, b) if num >= b else "") + digits[num % b]

      """
    ),
    (
      "flatten", "def flatten(arr):\n    for x in arr:\n        yield x\n",
      """
      def flatten(arr):
          for x in arr:
              if isinstance(x, list):
                  yield from flatten(x)
              else:
                  yield x

      """
    ),
    (
      "sqrt", "def sqrt(x, epsilon):\n    return x / 2\n",
      "def sqrt(x, epsilon):\n    return x ** 0.5\n"
    ),
    (
      "quicksort", "def quicksort(arr):\n    return sorted(set(arr))\n",
      "def quicksort(arr):\n    return sorted(arr)\n"
    ),
    (
      "sieve", "def sieve(max):\n    return []\n",
      "def sieve(max):\n    return [n for n in range(2, max + 1) if all(n % d for d in range(2, n))]\n"
    ),
  ]

  @Test(.enabled(if: SharedReference.file("data/quixbugs/json_testcases") != nil))
  func publishedTestsAcceptCorrectProgramsAndRefuseFaultyOnes() async throws {
    let cases = try #require(SharedReference.file("data/quixbugs/json_testcases"))
    let folder = try PublishedFolder()
    for (name, faulty, correct) in Self.programs {
      try folder.write(name, faulty: faulty, correct: correct)
      let text = try TextFile.text(of: cases.appendingPathComponent("\(name).json"))
      try folder.write(text, to: "quixbugs/json_testcases/\(name).json")
      let scores = try await Self.scores("quixbugs/\(name)", in: folder.url)
      #expect(scores.correct.assessment.score == 1, "\(name): \(scores.correct)")
      #expect(scores.faulty.assessment.outcome == .incorrect, "\(name)")
    }
  }

  @Test func testsOfGraphProgramsAreRunAsTheyAreWritten() async throws {
    let folder = try PublishedFolder()
    try folder.write(
      "detect_cycle", faulty: "def detect_cycle(node):\n    return False\n",
      correct: """
        def detect_cycle(node):
            seen = []
            while node is not None and node not in seen:
                seen.append(node)
                node = node.successor
            return node is not None

        """)
    try folder.write(
      "class Node:\n    def __init__(self, value, successor=None):\n"
        + "        self.successor = successor\n", to: "quixbugs/python_testcases/node.py")
    try folder.write(
      """
      import pytest
      from node import Node

      if pytest.use_correct:
          from correct_python_programs.detect_cycle import detect_cycle
      else:
          from python_programs.detect_cycle import detect_cycle


      def test1():
          assert not detect_cycle(Node(1, Node(2)))


      def test2():
          first = Node(1)
          first.successor = Node(2, first)
          assert detect_cycle(first)

      """, to: "quixbugs/python_testcases/test_detect_cycle.py")
    let scores = try await Self.scores("quixbugs/detect_cycle", in: folder.url)
    #expect(scores.correct.assessment.score == 1)
    #expect(scores.faulty.assessment.score == 0.5)
    #expect(scores.faulty.assessment.feedback.contains("This test fails: test2"))
  }

  @Test func aRowOfHumanEvalPackIsAProgramWithTwoScripts() async throws {
    let row: JSONValue = [
      "entry_point": "double_all", "docstring": "Doubles numbers.",
      "declaration":
        "from typing import List\n\ndef double_all(xs: List[int], by: int = 2) -> list:\n",
      "buggy_solution": "    return [x + by for x in xs]\n",
      "canonical_solution": "    return [x * by for x in xs]\n",
      "example_test": "def check(f):\n    assert f([1]) == [2]\ncheck(double_all)\n",
      "test":
        "def check(f):\n    assert f([2]) == [4]\n    assert f([3], 3) == [9]\ncheck(double_all)\n",
    ]
    let folder = try PublishedFolder()
    try folder.write(row.text + "\n", to: "humanevalpack.jsonl")
    let task = try await Self.load("humanevalfix/000", in: folder.url)
    #expect(task.dataLabel == "user")
    let signature = CodeSignature(entryPoint: "double_all", parameters: ["xs", "by"])
    #expect(task.parameters.map(\.kind) == [.code(signature)])
    let scores = try await Self.scores("humanevalfix/000", in: folder.url)
    #expect(scores.correct.assessment.outcome == .correct)
    #expect(scores.faulty.assessment.outcome == .incorrect)
    let error = await #expect(throws: DataError.self) {
      try await Self.load("humanevalfix/001", in: folder.url)
    }
    #expect(error?.code == .wrongCount)
  }

  @Test func aRowWithoutTestsOfExamplesIsRefused() async throws {
    for examples in ["", ", \"example_test\": \"\""] {
      let row = """
        {"entry_point": "f", "docstring": "d", "declaration": "def f(x):\\n", \
        "buggy_solution": "    return 1\\n", "canonical_solution": "    return x\\n", \
        "test": "assert f(2) == 2"\(examples)}
        """
      let folder = try PublishedFolder()
      try folder.write(row + "\n", to: "humanevalpack.jsonl")
      let error = await #expect(throws: DataError.self) {
        try await Self.load("humanevalfix/000", in: folder.url)
      }
      #expect(error?.code == .unavailable)
      #expect(error?.message.contains("hidden tests must not train") == true)
    }
  }

  @Test func aHardProblemStartsFromItsHeadAndIsJudgedByItsChecks() async throws {
    let row: JSONValue = [
      "task_id": "twice", "docstring": "Doubles a number.", "canonical_solution": "",
      "prompt": "def twice(n: int) -> int:\n    \"\"\"Doubles a number.\"\"\"\n",
      "test": "assert twice(1) == 2\nassert twice(0) is None\n",
    ]
    let folder = try PublishedFolder()
    try folder.write("{}\n" + row.text + "\n", to: "leetcode_with_tests.jsonl")
    let task = try await Self.load("leetcode/01", in: folder.url)
    #expect(task.dataLabel == "unchecked")
    let signature = CodeSignature(entryPoint: "twice", parameters: ["n"])
    #expect(task.parameters.map(\.kind) == [.code(signature)])
    let resources = SuiteResources(
      model: ScriptedLanguageModel(answers: []), sandbox: try await SharedSandbox.sandbox(),
      answerTokens: 1)
    let problem = try task.pose(resources, Seed(rawValue: 0))
    let example = try #require(problem.exampleIDs(in: .test).first)
    let evaluation = try await TraceOracle(problem).evaluate(
      example, with: ParameterValues(initialOf: problem.parameters))
    #expect(evaluation.assessment.score == 0.5)
    #expect(evaluation.assessment.feedback.contains("This test fails: example 1"))
    let error = await #expect(throws: DataError.self) {
      try await Self.load("leetcode/00", in: folder.url)
    }
    #expect(error?.message.contains("line 1 is not of the published form") == true)
  }

  @Test func withoutAFolderTheErrorSaysWhatToPutThere() async throws {
    let error = await #expect(throws: DataError.self) {
      try await Self.load("quixbugs/gcd", in: nil)
    }
    #expect(error?.message.contains("--data-dir") == true)
    let folder = try PublishedFolder()
    let missing = await #expect(throws: DataError.self) {
      try await Self.load("quixbugs/gcd", in: folder.url)
    }
    #expect(missing?.code == .missingFile)
    #expect(missing?.message.contains("quixbugs/python_programs/gcd.py") == true)
  }

  @Test func thereAreTasksForAllPublishedPrograms() {
    let tasks = Self.suite.tasks(in: .official(directory: nil))
    #expect(tasks.map(\.id.name) == tasks.map(\.id.name).sorted())
    #expect(tasks.count { $0.id.name.hasPrefix("quixbugs/") } == 40)
    #expect(tasks.count { $0.id.name.hasPrefix("humanevalfix/") } == 164)
    #expect(tasks.count { $0.id.name.hasPrefix("leetcode/") } == 39)
    #expect(tasks.count(where: \.isDefault) == 8)
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import BenchmarkSuites
import Datasets
import Foundation
import OPTO
import Testing
import UserDataEnvironment

struct UserFileSuiteTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func split(_ text: String, rule: String = "exact") async throws -> ExampleSplit {
    let path = folder.file("my.jsonl")
    try TextFile.write(text, to: URL(fileURLWithPath: path))
    let suite = try #require(try UserFileSuite(name: "file:\(path)#\(rule)"))
    let task = try #require(suite.tasks(in: .user).first)
    #expect(task.id.name == "my")
    return try await suite.split(of: task.id, from: .user)
  }

  private func lines(_ count: Int, extra: (Int) -> String = { _ in "" }) -> String {
    (0..<count).map { "{\"input\": \"q\($0)\", \"target\": \"\($0)\"\(extra($0))}\n" }.joined()
  }

  @Test func withoutSplitsTheFirst15TrainAndTheNext5Validate() async throws {
    let split = try await split(lines(30))
    #expect([split.train, split.validation, split.test].map(\.count) == [15, 5, 10])
    #expect(split.label == .user)
    #expect(split.train[0] == Example(id: "line-1", input: "q0", target: "0"))
  }

  @Test func aSplitOfEachLineIsFollowed() async throws {
    let parts = ["test", "train", "validation", "train"]
    let split = try await split(lines(4) { ", \"split\": \"\(parts[$0])\"" })
    #expect(split.train.map(\.target) == ["1", "3"])
    #expect(split.validation.map(\.target) == ["2"])
    #expect(split.test.map(\.target) == ["0"])
  }

  @Test func theDigestKnowsTheItemsAndNotThePath() async throws {
    let first = try await split(lines(30)).digest
    let other = try await split(lines(31)).digest
    #expect(try await split(lines(30)).digest == first)
    #expect(other != first)
  }

  @Test(arguments: [
    ("{\"input\": \"q\"}\n", "exact", 1, "\"target\""),
    ("{\"input\": \"q\", \"target\": \"1\"}\n\nnonsense\n", "exact", 3, "not a JSON object"),
    ("{\"input\": \"q\", \"target\": 1}\n", "exact", 1, "not a string"),
    ("{\"input\": \"q\", \"target\": \"seven\"}\n", "number", 1, "is no number"),
    ("{\"input\": \"q\", \"target\": \"1e5\"}\n", "number", 1, "is no number"),
    ("{\"input\": \"q\", \"target\": \"1/2\"}\n", "number", 1, "is no number"),
    (
      "{\"input\": \"q\", \"target\": \"1\", \"split\": \"train\"}\n"
        + "{\"input\": \"q\", \"target\": \"1\", \"split\": \"test\"}\n", "exact", 2,
      "is in train while this one is in test: keep it"
    ),
    ("{\"input\": \"q\", \"target\": \"seven\"}\n", "choice", 1, "is no option"),
    ("{\"input\": \"q\", \"target\": \"the\"}\n", "contains", 1, "has no words"),
    (
      "{\"input\": \"q\", \"target\": \"1\", \"split\": \"train\"}\n"
        + "{\"input\": \"q\", \"target\": \"1\"}\n", "exact", 2, "split"
    ),
    ("{\"input\": \"q\", \"target\": \"1\", \"split\": \"dev\"}\n", "exact", 1, "validation"),
    (
      (0..<30).map { "{\"input\": \"q\($0 % 25)\", \"target\": \"1\"}\n" }.joined(), "exact", 26,
      "of line 1, which is in train while this one is in test by its place"
    ),
  ])
  func aBadLineIsNamed(text: String, rule: String, line: Int, complaint: String) async throws {
    let error = await #expect(throws: DataError.self) { try await split(text, rule: rule) }
    #expect(error?.line == line)
    #expect(error?.message.contains("my.jsonl, line \(line) ") == true)
    #expect(error?.message.contains(complaint) == true, "\(error?.message ?? "")")
  }

  @Test func aPartWithoutItemsAndTooFewItemsAreNamed() async throws {
    let noTest = await #expect(throws: DataError.self) {
      try await split(lines(2) { ", \"split\": \"\(["train", "validation"][$0])\"" })
    }
    #expect(noTest?.message.contains("no item of the split test") == true)
    let few = await #expect(throws: DataError.self) { try await split(lines(20)) }
    #expect(few?.message.contains("my.jsonl has 20 items") == true)
  }

  @Test func theRuleIsPartOfTheWorkflowAndTheNameOfTheSuite() async throws {
    let path = folder.file("my.jsonl")
    try TextFile.write(lines(30), to: URL(fileURLWithPath: path))
    var digests: Set<String> = []
    for name in ["file:\(path)", "file:\(path)#exact", "file:\(path)#number"] {
      let suite = try #require(try UserFileSuite(name: name))
      let loaded = try await suite.load(TaskID(suite: suite.name, name: "my"), from: .user)
      #expect(loaded.dataLabel == "user")
      #expect(suite.name.hasSuffix(name.hasSuffix("number") ? "#number" : "#exact"))
      digests.insert(loaded.workflowDigest)
    }
    #expect(digests.count == 2)
  }

  @Test func theWorkflowSaysWhatIsTuned() async throws {
    let path = folder.file("my.jsonl")
    try TextFile.write(lines(30), to: URL(fileURLWithPath: path))
    var digests: Set<String> = []
    var parameters: [[String]] = []
    for workflow in [nil, "program", "thinking", "instruction"] {
      let name = try UserFileSuite.name("file:\(path)", rule: "number", workflow: workflow)
      let suite = try #require(try UserFileSuite(name: name))
      #expect(try UserFileSuite(name: suite.name)?.name == suite.name)
      let id = TaskID(suite: suite.name, name: "my")
      let loaded = try await suite.load(id, from: .user)
      digests.insert(loaded.workflowDigest)
      parameters.append(loaded.parameters.map(\.name))
    }
    #expect(digests.count == 3)
    #expect(parameters[0] == parameters[1])
    #expect(parameters[3] == ["instruction"])
    #expect(try UserFileSuite.name("bbh", rule: nil, workflow: nil) == "bbh")
    let error = #expect(throws: DataError.self) { try UserFileSuite(name: "file:q#exact+magic") }
    #expect(error?.message.contains("program, thinking, instruction") == true)
  }

  @Test func optionsFillInWhatTheNameLeavesOut() throws {
    func name(_ suite: String, rule: String? = nil, workflow: String? = nil) throws -> String {
      try UserFileSuite.name(suite, rule: rule, workflow: workflow)
    }
    #expect(try name("file:q#number", workflow: "thinking") == "file:q#number+thinking")
    #expect(try name("file:q#number+thinking", rule: "number") == "file:q#number+thinking")
    #expect(try name("file:q#+thinking", rule: "number") == "file:q#number+thinking")
    #expect(try name("file:q#1.jsonl", rule: "number") == "file:q#1.jsonl#number")
    let error = #expect(throws: DataError.self) { try name("file:q#number", rule: "exact") }
    #expect(error?.message.contains("says 'number' and --rule 'exact'") == true)
  }
}

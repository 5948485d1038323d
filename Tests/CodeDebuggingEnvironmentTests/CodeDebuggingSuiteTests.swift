// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchmarkSuites
import CodeDebuggingEnvironment
import Datasets
import OPTO
import Testing
import Training

struct CodeDebuggingSuiteTests {
  private let suite = CodeDebuggingSuite()

  private func load(_ name: String, _ level: FeedbackLevel = .full) async throws -> LoadedTask {
    let suite = CodeDebuggingSuite(feedback: level)
    return try await suite.load(TaskID(suite: suite.name, name: name), from: .generated)
  }

  @Test func thereIsASuiteForEachLevelOfFeedback() {
    let names = FeedbackLevel.allCases.map { CodeDebuggingSuite(feedback: $0).name }
    #expect(names == ["code-count", "code-call", "code-trace", "code"])
  }

  @Test func tasksAreSortedAndOneOfEachGroupIsTheDefault() {
    let tasks = suite.tasks(in: .generated)
    #expect(tasks.map(\.id.name) == tasks.map(\.id.name).sorted())
    #expect(tasks.count == 73)
    let groups = tasks.filter(\.isDefault).map { $0.id.name.split(separator: "/")[0] }
    #expect(groups == FrozenDraw.groups.map { $0.name[...] })
  }

  @Test func theProtocolsSearch() {
    #expect(suite.protocols.map(\.name) == ["quick", "long"])
    #expect(suite.protocols.map(\.course) == [.search, .search])
  }

  @Test func theLevelChangesTheWorkflowAndNotTheData() async throws {
    var loaded: [LoadedTask] = []
    for level in FeedbackLevel.allCases {
      loaded.append(try await load("strings/title_case", level))
    }
    #expect(Set(loaded.map(\.dataDigest)).count == 1)
    #expect(Set(loaded.map(\.workflowDigest)).count == 4)
    let other = try await load("strings/wrap_words", .count)
    #expect(other.dataDigest != loaded[0].dataDigest)
    // Results of all programs stand in one table.
    #expect(other.workflowDigest == loaded[0].workflowDigest)
  }

  @Test func theReferenceIsTheProgramWithoutItsFault() async throws {
    let task = try await load("pipelines/calculator")
    let policy = try #require(suite.references.first)
    let values = try #require(task.referenceValues(policy, Seed(rawValue: 0)))
    let initial = ParameterValues(initialOf: task.parameters)
    #expect(values.names == ["read_tokens", "evaluate_tokens"])
    #expect(values.names.filter { values[$0] != initial[$0] }.count == 1)
  }

  @Test(arguments: ["nonsense", "strings", "strings/nonsense", ""])
  func anUnknownTaskIsNamed(name: String) async throws {
    let error = await #expect(throws: DataError.self) { try await load(name) }
    #expect(error?.code == .unknownTask)
    #expect(error?.message.contains("code:\(name)") == true)
  }
}

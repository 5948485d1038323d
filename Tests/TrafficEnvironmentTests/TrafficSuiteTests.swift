// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchmarkSuites
import Testing
import TrafficEnvironment

struct TrafficSuiteTests {
  private let suite = TrafficSuite()

  @Test func tasksAreSortedAndOnlyThePapersOneIsDefault() {
    let tasks = suite.tasks(in: .generated)
    #expect(
      tasks.map(\.id.description) == [
        "traffic:grid", "traffic:intersection", "traffic:intersection-deterministic",
        "traffic:intersection-repaired", "traffic:intersection-score",
      ])
    #expect(tasks.filter(\.isDefault).map(\.id.name) == ["intersection"])
    #expect(tasks == suite.tasks(in: .official(directory: nil)))
  }

  @Test func everyTaskLoadsWithADigestOfItsOwn() async throws {
    var digests: Set<String> = []
    for task in suite.tasks(in: .generated) {
      digests.insert(try await suite.load(task.id, from: .generated).dataDigest)
    }
    #expect(digests.count == 5)
  }

  @Test func anUnknownTaskIsNamed() async {
    let task = TaskID(suite: "traffic", name: "roundabout")
    await #expect { try await suite.load(task, from: .generated) } throws: { error in
      "\(error)".contains("traffic:roundabout")
    }
  }
}

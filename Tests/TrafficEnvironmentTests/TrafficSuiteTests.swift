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
  }

  @Test(arguments: [DataSource.official(directory: nil), .user])
  func thereAreTasksInGeneratedDataOnly(source: DataSource) async throws {
    #expect(suite.tasks(in: source).isEmpty)
    let task = TaskID(suite: "traffic", name: "intersection")
    await #expect { try await suite.load(task, from: source) } throws: { error in
      "\(error)".contains("leave --data official out")
    }
  }

  @Test func everyTaskLoadsWithADigestOfItsOwn() async throws {
    var digests: Set<String> = []
    for task in suite.tasks(in: .generated) {
      let loaded = try await suite.load(task.id, from: .generated)
      #expect(loaded.dataLabel == "generated")
      digests.insert(loaded.dataDigest)
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

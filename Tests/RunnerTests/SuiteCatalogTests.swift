// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchmarkSuites
import Runner
import Testing

struct SuiteCatalogTests {
  @Test(arguments: SuiteCatalog.all.map(\.name))
  func anUnknownTaskIsAnsweredWithACommandThatThereIs(name: String) async throws {
    let suite = try SuiteCatalog.suite(named: name)
    let error = await #expect(throws: (any Error).self) {
      _ = try await suite.load(
        TaskID(suite: name, name: "nonsense"), from: .official(directory: nil))
    }
    // The list of tasks names the source of each, and takes no option for it.
    let message = error.map { "\($0)" } ?? ""
    #expect(!message.contains("--data official'"), "\(message)")
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BigBenchHardEnvironment
import Datasets
import Testing

struct BigBenchHardSplitTests {
  private func set(_ count: Int) -> ExampleSet {
    let examples = (0..<count).map { Example(id: "\($0)", input: "", target: "") }
    return ExampleSet(name: "navigate", label: .official, examples: examples)
  }

  @Test func theFirst15TrainTheNext5ValidateAndTheRestTests() throws {
    let split = try BigBenchHardSplit(set(250))
    #expect(split.train.map(\.id) == (0..<15).map(String.init))
    #expect(split.validation.map(\.id) == (15..<20).map(String.init))
    #expect(split.test.map(\.id) == (20..<250).map(String.init))
  }

  @Test func aSetWithNothingToTestOnIsRefused() throws {
    #expect(try BigBenchHardSplit(set(21)).test.count == 1)
    let error = #expect(throws: DataError.self) { try BigBenchHardSplit(set(20)) }
    #expect(error?.code == .wrongCount)
    #expect(error?.message.contains("navigate") == true)
  }
}

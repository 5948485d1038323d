// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets
import Testing

struct ExampleSplitTests {
  private func set(_ count: Int) -> ExampleSet {
    let examples = (0..<count).map { Example(id: "\($0)", input: "", target: "") }
    return ExampleSet(name: "navigate", label: .official, examples: examples)
  }

  @Test func theFirst15TrainTheNext5ValidateAndTheRestTests() throws {
    let split = try ExampleSplit(asInTracePaper: set(250))
    #expect(split.train.map(\.id) == (0..<15).map(String.init))
    #expect(split.validation.map(\.id) == (15..<20).map(String.init))
    #expect(split.test.map(\.id) == (20..<250).map(String.init))
  }

  @Test func aSetWithNothingToTestOnIsRefused() throws {
    #expect(try ExampleSplit(asInTracePaper: set(21)).test.count == 1)
    let error = #expect(throws: DataError.self) { try ExampleSplit(asInTracePaper: set(20)) }
    #expect(error?.code == .wrongCount)
    #expect(error?.message.contains("navigate") == true)
  }

  @Test func aSplitByTheSamePlacesKnowsTheItemsAndWhatTheyAreFor() throws {
    let paper = try ExampleSplit(asInTracePaper: set(60))
    #expect(paper.digest == set(60).digest)
    #expect(paper.examples == set(60).examples)
    let splits = try [(10, 20), (20, 10), (10, 10)].map {
      try ExampleSplit(set(60), trainCount: $0.0, validationCount: $0.1)
    }
    #expect(splits.map(\.train.count) == [10, 20, 10])
    #expect(splits.map(\.validation.count) == [20, 10, 10])
    #expect(splits.map(\.test.count) == [30, 30, 40])
    #expect(Set(splits.map(\.digest)).count == 3)
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Reporting
import Testing

struct HierarchicalBootstrapTests {
  @Test func theMeanIsExactAndTheIntervalHasTheSizeOfTheStandardError() throws {
    let values = (0..<200).map { Double(($0 * 37) % 101) / 10 }
    let sample = ClusteredSample(matrices: [values.map { [$0] }])
    let bootstrap = try #require(HierarchicalBootstrap(sample))
    let mean = values.reduce(0, +) / 200
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 200
    let reach = 1.959963984540054 * (variance / 200).squareRoot()
    #expect(abs(bootstrap.mean - mean) < 1e-12)
    #expect(abs(bootstrap.interval.lower - (mean - reach)) < 0.15 * reach)
    #expect(abs(bootstrap.interval.upper - (mean + reach)) < 0.15 * reach)
  }

  @Test func equalSeedsGiveEqualIntervalsAndOtherSeedsOthers() throws {
    let sample = ClusteredSample(matrices: [(1...9).map { [Double($0 * $0), 1 / Double($0)] }])
    let first = HierarchicalBootstrap(sample, seed: 1)
    #expect(first == HierarchicalBootstrap(sample, seed: 1))
    #expect(first?.interval != HierarchicalBootstrap(sample, seed: 2)?.interval)
  }

  @Test func trialsThatDifferWidenTheInterval() throws {
    func width(_ shift: Double) throws -> Double {
      let matrix = (0..<40).map { [Double($0 % 5), Double($0 % 5) + shift] }
      let bootstrap = HierarchicalBootstrap(ClusteredSample(matrices: [matrix]))
      let interval = try #require(bootstrap).interval
      return interval.upper - interval.lower
    }
    #expect(try width(10) > 5 * width(0))
  }

  @Test func tasksStayAsTheyAre() throws {
    let tasks: [[[Double]]] = [[[0], [0], [0]], [[10], [10], [10]]]
    let bootstrap = try #require(HierarchicalBootstrap(ClusteredSample(matrices: tasks)))
    #expect(bootstrap.interval == ConfidenceInterval(lower: 5, upper: 5))
  }

  @Test func theIntervalCoversTheTruth() throws {
    var generator = SimulationGenerator(state: 5)
    var covered = 0
    for _ in 0..<200 {
      let matrix = (0..<30).map { _ in
        // Uniform numbers with mean 1.
        [Double.random(in: 0..<2, using: &generator)]
      }
      let bootstrap = HierarchicalBootstrap(ClusteredSample(matrices: [matrix]), resamples: 300)
      if try #require(bootstrap).interval.covers(1) { covered += 1 }
    }
    #expect((178...199).contains(covered))
  }

  @Test func nothingHasNoMean() { #expect(HierarchicalBootstrap(ClusteredSample([])) == nil) }
}

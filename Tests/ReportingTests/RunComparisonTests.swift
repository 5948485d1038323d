// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Reporting
import Testing
import TrialRecords

struct RunComparisonTests {
  private func comparison(
    _ first: SyntheticResults, _ second: SyntheticResults
  ) throws -> RunComparison {
    try RunComparison([
      ComparedSide(label: "before", results: first.results),
      ComparedSide(label: "after", results: second.results),
    ])
  }

  @Test func equalSidesDifferInNothing() throws {
    let same = try comparison(.threeSeeds(), .threeSeeds())
    #expect(same.changes.isEmpty)
    #expect(same.rows.map(\.optimizer) == ["noop", "optoprime"])
    #expect(same.rows.allSatisfy { $0.pValue == nil })
    let text = ReportDocument(same).text(as: .terminal)
    #expect(text.contains("All conditions are the same."))
  }

  @Test func successOnSharedItemsIsTestedInPairs() throws {
    var before = SyntheticResults()
    var after = SyntheticResults()
    before.add("navigate", "opro", initial: "0000000000", selected: "0000000000")
    after.add("navigate", "opro", initial: "0000000000", selected: "1111111100")
    after.results.runs[0].benchVersion = "0.2.0"
    // The same selected state would be nothing to test.
    before.results.trials[0].selectedStateDigest = ContentDigest(of: "before")
    before.add("navigate", "noop", initial: "11")
    let compared = try comparison(before, after)
    #expect(compared.changes.map(\.name) == ["program", "settings of noop"])
    #expect(compared.changes[0].values == ["bench 0.1.0", "bench 0.2.0"])
    try #require(compared.rows.map(\.optimizer) == ["noop", "opro"])
    #expect(compared.rows[0].content == .missing(onFirst: false))
    // The exact McNemar test of eight changes in one direction.
    #expect(abs(try #require(compared.rows[1].holmPValue) - 2 / 256) < 1e-12)
    #expect(compared.rows.map(\.isSignificant) == [false, true])
    #expect(ReportDocument(compared).text(as: .csv).contains(",*0.008"))
  }

  @Test func withSeveralTrialsWholeTrialsAreTested() throws {
    func made(_ selected: String) -> SyntheticResults {
      var made = SyntheticResults()
      for seed in 0..<3 {
        made.add("navigate", "opro", seed: seed, initial: "0000000000", selected: selected)
        made.results.trials[seed].selectedStateDigest = ContentDigest(of: selected)
      }
      return made
    }
    let compared = try comparison(made("0000000000"), made("1111111100"))
    let row = try #require(compared.rows.first)
    // All of three trials gain, so that 2 of 8 flips are as extreme.
    #expect(row.holmPValue == 0.25)
    #expect(!row.isSignificant)
    let text = ReportDocument(compared).text(as: .markdown)
    #expect(!text.contains("*0."))
    #expect(text.contains("two exact sign-flip tests"))
  }

  @Test func otherDataAreNotTested() throws {
    var before = SyntheticResults()
    before.add("navigate", "opro", initial: "0000", selected: "1100")
    var after = SyntheticResults()
    after.dataName = "other"
    after.add("navigate", "opro", initial: "0000", selected: "1110")
    let row = try #require(try comparison(before, after).rows.first)
    guard case .separateSuccess = row.content else {
      Issue.record("the data are others: \(row.content)")
      return
    }
    #expect(row.pValue == nil)
  }

  @Test func searchesOfTheSameInstancesAreTestedInPairs() throws {
    func made(_ last: Double) -> SyntheticResults {
      var made = SyntheticResults()
      made.protocolSettings = SyntheticResults.searchSettings(hasTarget: false)
      for seed in 0..<6 { made.search("grid", "random", seed: seed, scores: [-50, last]) }
      return made
    }
    let row = try #require(try comparison(made(-20), made(-10)).rows.first)
    guard case .search(let pair, let first, let second, let measure) = row.content else {
      Issue.record("a search is compared by its end")
      return
    }
    #expect(pair.wins == 6)
    #expect(first.map { measure.shown($0.mean) } == 20)
    #expect(second.map { measure.shown($0.mean) } == 10)
    #expect(abs(try #require(row.pValue) - 2 / 64) < 1e-12)
  }

  private func grid(_ seeds: Range<Int>, last: (Int) -> Double) -> SyntheticResults {
    var made = SyntheticResults()
    made.protocolSettings = SyntheticResults.searchSettings(hasTarget: false)
    for seed in seeds { made.search("grid", "random", seed: seed, scores: [-50, last(seed)]) }
    return made
  }

  @Test func searchesWithoutACommonSeedStandSideBySide() throws {
    let compared = try comparison(grid(0..<2) { _ in -20 }, grid(2..<5) { _ in -10 })
    let row = try #require(compared.rows.first)
    guard case .separateSearch(let first, let second, let measure) = row.content else {
      Issue.record("no seed is shared: \(row.content)")
      return
    }
    #expect([first.count, second.count] == [2, 3])
    #expect(first.mean.map { measure.shown($0.mean) } == 20)
    #expect(second.mean.map { measure.shown($0.mean) } == 10)
    #expect(row.pValue == nil)
    let text = ReportDocument(compared).text(as: .csv)
    #expect(text.contains("random,\"A, B\",no,\"2, 3\","))
  }

  @Test func meansAreThoseOfCommonSeeds() throws {
    let row = try #require(
      try comparison(
        grid(0..<4) { $0 < 2 ? -40 : -20 }, grid(2..<6) { $0 < 4 ? -10 : -30 }
      ).rows.first)
    guard case .search(let pair, let first, let second, let measure) = row.content else {
      Issue.record("two seeds are shared: \(row.content)")
      return
    }
    #expect(pair.pairCount == 2)
    #expect(first.map { measure.shown($0.mean) } == 20)
    #expect(second.map { measure.shown($0.mean) } == 10)
  }

  @Test func twoTrialsWithOneSeedAreRefused() {
    var made = SyntheticResults()
    made.add("navigate", "opro", initial: "1", settings: #"{"memory":1}"#)
    made.add("navigate", "opro", initial: "1", settings: #"{"memory":2}"#)
    #expect(throws: ComparisonError.self) { try comparison(made, made) }
  }
}

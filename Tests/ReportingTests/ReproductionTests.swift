// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Reporting
import Testing

struct ReproductionTests {
  private func published(_ id: String, suite: String? = nil) throws -> PublishedTable {
    try #require(
      PublishedCatalog.tables().first { $0.id == id && (suite == nil || $0.suite == suite) })
  }

  @Test func theCatalogueHoldsEveryTableOnceWithSources() throws {
    let tables = try PublishedCatalog.tables()
    #expect(
      tables.map(\.id) == [
        "table-1", "table-1", "table-a1", "table-a1", "figure-5a", "figure-5b", "figure-6",
        "figure-1", "table-2", "table-2", "table-2", "table-2", "table-2", "gepa-table-2",
        "gepa-table-2",
      ])
    #expect(Set(tables.map { "\($0.id) \($0.suite) \($0.tasks)" }).count == tables.count)
    for table in tables {
      #expect(table.source.contains("arXiv 2406.16218"))
      #expect(!table.notes.isEmpty)
      let places = table.values.map { "\($0.method) \($0.place)" }
      #expect(Set(places).count == places.count)
      let mapped = Set(table.values.compactMap(\.optimizer))
      #expect(mapped.isSuperset(of: table.optimizers.filter { $0 != "opro" }))
    }
  }

  /// The published aggregate of a row is the mean of its six sets.
  @Test(arguments: [
    ("Baseline", 53.03), ("Trace (OptoPrime)", 56.30), ("TextGrad", 59.14), ("GEPA+Merge", 66.36),
  ])
  func theSixSetsGiveThePublishedAggregate(method: String, mean: Double) throws {
    let values = try PublishedCatalog.tables().filter { $0.id == "gepa-table-2" }
      .flatMap(\.values).filter { $0.method == method }.map(\.value)
    #expect(values.count == 6)
    #expect(abs(values.reduce(0, +) / 6 - mean) < 0.01)
  }

  /// Table 1 follows from Table A.1 as a mean over test examples but for the row without
  /// reasoning, as its note says.
  @Test(arguments: [("DSPy", 41.6), ("DSPy + CoT", 70.4), ("Trace + CoT", 78.6), ("Trace", 68.1)])
  func tableOneFollowsFromTableA1(method: String, mean: Double) throws {
    let sizes = ["causal_judgement": 167.0, "penguins_in_a_table": 126, "snarks": 158]
    let suite = method.hasSuffix("CoT") ? "bbh-cot" : "bbh"
    let values = try published("table-a1", suite: suite).values.filter { $0.method == method }
    #expect(values.count == 27)
    let total = values.reduce(0) { $0 + sizes[$1.place, default: 230] }
    let sum = values.reduce(0) { $0 + $1.value * sizes[$1.place, default: 230] }
    #expect(abs(sum / total - mean) < 0.2)
    let printed = try published("table-1", suite: suite).values.first {
      $0.method == method && $0.place == "all 27 files"
    }
    let isConsistent = abs(try #require(printed).value - sum / total) < 0.2
    #expect(isConsistent == (method != "Trace"))
  }

  @Test func oursIsTheMeanOfTheSettingThatIsTried() throws {
    var made = SyntheticResults()
    made.suite = "traffic"
    made.dataLabel = "generated"
    made.protocolName = "paper"
    made.protocolSettings = SyntheticResults.searchSettings(hasTarget: false)
    for seed in 0..<2 {
      let start = -100.0 - 20 * Double(seed)
      made.search("intersection", "scats", seed: seed, scores: [start, -40 - Double(seed)])
      made.search("intersection", "random", seed: seed, scores: [start, nil, -90])
    }
    let reproductions = Reproduction.all(
      try published("figure-5b"), in: Report(made.results))
    #expect(reproductions.count == 1)
    let lines = reproductions[0].lines
    let scats = lines.filter { $0.optimizer == "scats" }
    #expect(scats.map(\.place) == ["1", "49"])
    #expect(scats.map { $0.ours?.value } == [40.5, 40.5])
    #expect(abs(try #require(scats[1].difference) - (40.5 - 42.84)) < 1e-9)
    // Ours alone has 1 degree of freedom, which makes it longer than Welch's of both.
    let reach = 12.706204736432095 * 0.5
    #expect(abs(try #require(scats[1].interval).upper - (40.5 - 42.84 + reach)) < 1e-9)
    let random = lines.filter { $0.method == "random" }
    #expect(random.allSatisfy { $0.published == nil && $0.difference == nil })
    #expect(random.map(\.place).prefix(3) == ["0", "1", "2"])
    #expect(lines.filter { $0.optimizer == "optoprime:memory=5" }.allSatisfy { $0.ours == nil })
    let text = ReportDocument(reproductions).text(as: .terminal)
    #expect(text.contains("ours asked no model"))
    #expect(text.contains("random (not published)"))
    #expect(text.contains("not run"))
  }

  /// Searches of the intersection that SCATS ended itself after its first step.
  private func scats(_ ends: [Double]) -> SyntheticResults {
    var made = SyntheticResults()
    made.suite = "traffic"
    made.protocolName = "paper"
    made.protocolSettings = SyntheticResults.searchSettings(hasTarget: false)
    for (seed, end) in ends.enumerated() {
      made.search("intersection", "scats", seed: seed, scores: [-100, -end])
      made.stop("terminated")
    }
    return made
  }

  @Test func differencesHaveWelchsIntervalThatIsNeverShorterThanOurs() throws {
    func line(_ ends: [Double]) throws -> Reproduction.Line {
      try #require(
        Reproduction.all(try published("figure-5b"), in: Report(scats(ends).results)).first?.lines
          .first { $0.optimizer == "scats" && $0.place == "49" })
    }
    // Five of ours with mean 40 and standard error 1, and 20 published ones with 42.84 and 1.85:
    // (1 + 1.85^2)^2 / (1 / 4 + 1.85^4 / 19) = 22.57 degrees of freedom, with SciPy's quantile.
    let spread = 5.0.squareRoot()
    let several = try line([40 - spread, 40 - spread, 40, 40 + spread, 40 + spread])
    let interval = try #require(several.interval)
    #expect(interval.isClose(to: (-2.84 - 4.354904071011061, -2.84 + 4.354904071011061)))
    // Three of ours, whose own interval by Student's distribution is the longer one.
    let few = try line([37.9, 40.6, 44.4])
    let ours = try #require(few.ours?.interval)
    let difference = try #require(few.interval)
    #expect(abs(difference.lower - (ours.lower - 42.84)) < 1e-9)
    #expect(abs(difference.upper - (ours.upper - 42.84)) < 1e-9)
  }

  @Test func trialsWithABudgetAreMarkedAndNotCarriedOn() throws {
    var made = SyntheticResults()
    made.suite = "traffic"
    made.protocolName = "paper"
    made.protocolSettings = SyntheticResults.searchSettings(hasTarget: false)
      .replacing(#""budget":{}"#, with: #""budget":{"evaluations":null,"steps":3}"#)
    made.search("intersection", "gp", seed: 0, scores: [-100, -90, -80, -70])
    made.stop("budgetExhausted")
    made.search("intersection", "gp", seed: 1, scores: [-100, -60])
    made.stop("terminated")
    made.search("intersection", "random", seed: 0, scores: [-100, -90, -80, -70])
    made.stop("budgetExhausted")
    let reproductions = Reproduction.all(try published("figure-5b"), in: Report(made.results))
    let lines = try #require(reproductions.first?.lines.filter { $0.optimizer == "gp" })
    // A trial that its optimizer ended keeps its last value, one that was cut off does not.
    #expect(lines.prefix(4).map { $0.ours?.value } == [100, 75, 70, 65])
    #expect(lines.count == 11)
    #expect(lines.dropFirst(4).allSatisfy { $0.reading == .notReached && $0.difference == nil })
    #expect(lines.filter { $0.place == "49" }.allSatisfy { $0.ours == nil })
    let others = reproductions[0].lines.filter { $0.optimizer == "random" }
    #expect(others.last?.reading == .notReached)
    let text = ReportDocument(reproductions).text(as: .markdown)
    #expect(text.contains("- Protocol: paper, with a budget that the paper did not set: steps 3"))
    #expect(text.contains("These trials had a budget (steps 3)"))
    #expect(text.contains("| GP (gp) | 49 | 267.1 ± 68.98 | not reached | – | – |"))
    let unlimited = Reproduction.all(
      try published("figure-5b"), in: Report(scats([40, 41]).results))
    #expect(!ReportDocument(unlimited).text(as: .markdown).contains("budget that"))
    #expect(unlimited[0].lines.first { $0.place == "49" }?.ours?.value == 40.5)
  }

  @Test func uncheckedCopiesStandBesideOfficialValuesAndAreNamed() throws {
    var made = SyntheticResults()
    made.protocolName = "paper"
    for label in ["unchecked", "generated", "user"] {
      made.dataLabel = label
      made.add("navigate", "optoprime", initial: "0000", selected: "1100")
    }
    let reproductions = Reproduction.all(try published("table-1"), in: Report(made.results))
    #expect(reproductions.map(\.key?.dataLabel) == ["unchecked"])
    let text = ReportDocument(reproductions).text(as: .markdown)
    #expect(text.contains("## Ours: bbh, unchecked data"))
    #expect(text.contains("no checksum vouches for"))
    #expect(Report(made.results).text(as: .markdown).contains("no checksum vouches for"))
  }

  @Test func successByStepIsThatOfEachStateOnHeldOutStarts() throws {
    var made = SyntheticResults()
    made.suite = "robot"
    made.protocolName = "paper"
    made.protocolSettings = SyntheticResults.searchSettings(hasTarget: true)
    // The state after one step is neither the first nor the chosen one.
    for (seed, held) in [[true, true], [true, false], [false, false], [false, true]].enumerated() {
      made.search("reach", "opro", seed: seed, scores: [-7, -9, -3], hit: 2)
      made.holdOut([true, true])
      made.holdOut(held, state: ContentDigest(of: "reach opro \(seed) 1"))
    }
    let reproductions = Reproduction.all(try published("figure-6"), in: Report(made.results))
    func line(_ place: String) throws -> Reproduction.Line {
      try #require(reproductions[0].lines.first { $0.optimizer == "opro" && $0.place == place })
    }
    let ours = try #require(try line("reach 1").ours)
    #expect(ours.value == 50)
    #expect(ours.count == "4")
    // Of 1, 1/2, 0 and 1/2.
    #expect(abs(try #require(ours.error) - 100 * (1.0 / 24).squareRoot()) < 1e-9)
    #expect(try line("reach 1").difference == 50 - 90)
    #expect(try line("reach 4").ours?.value == 100)
    let document = ReportDocument(reproductions).text(as: .terminal)
    #expect(document.contains("held-out starts by iteration"))
  }

  @Test func ratesOfSeveralTasksArePooledByTheirItems() throws {
    var made = SyntheticResults()
    made.dataLabel = "official"
    made.protocolName = "paper"
    made.add("navigate", "optoprime", initial: "0000", selected: "1100")
    made.add("word_sorting", "optoprime", initial: "00", selected: "11")
    made.add("snarks", "optoprime", initial: "00", selected: "01")
    let lines = try #require(
      Reproduction.all(try published("table-1"), in: Report(made.results)).first?.lines)
    func ours(_ place: String) -> Reproduction.Ours? {
      lines.first { $0.method == "Trace" && $0.place == place }?.ours
    }
    #expect(ours("all 27 files")?.value == 62.5)
    #expect(ours("all 27 files")?.count == "8, 3/27 tasks")
    #expect(abs(try #require(ours("algorithmic")).value - 400.0 / 6) < 1e-9)
    #expect(ours("NLP")?.value == 50)
    #expect(lines.first { $0.method == "Trace + CoT" }?.ours == nil)
  }

  @Test func withoutAFittingTableOnlyPublishedValuesStand() throws {
    let reproductions = Reproduction.all(
      try published("figure-6"), in: Report(SyntheticResults.searches().results))
    #expect(reproductions.map(\.key) == [nil])
    for format in ReportFormatCatalog.all {
      let text = ReportDocument(reproductions).text(as: format)
      #expect(text.contains("not run"), "\(format.name)")
    }
  }
}

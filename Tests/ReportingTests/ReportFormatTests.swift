// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Foundation
import Reporting
import Testing
import TrialRecords

struct ReportFormatTests {
  /// Set to write the files anew, to be read before they are committed.
  private static let isRecording =
    ProcessInfo.processInfo.environment["OPTOBENCH_RECORD_GOLDEN"] != nil

  @Test(arguments: ReportFormatCatalog.all.map(\.name), ["one-seed", "three-seeds", "searches"])
  func textIsAsReviewed(formatName: String, fixture: String) throws {
    let format = try #require(ReportFormatCatalog.format(named: formatName))
    let made: SyntheticResults =
      switch fixture {
      case "one-seed": .oneSeed()
      case "three-seeds": .threeSeeds()
      default: .searches()
      }
    let text = Report(made.results).text(as: format)
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Golden/\(fixture).\(format.fileExtension)")
    if Self.isRecording { try Data(text.utf8).write(to: file) }
    #expect(text == String(decoding: try Data(contentsOf: file), as: UTF8.self))
  }

  @Test func namesAndFileExtensionsAreUnique() {
    let formats = ReportFormatCatalog.all
    #expect(formats.map(\.name) == ["terminal", "markdown", "csv", "json", "latex", "html"])
    #expect(Set(formats.map(\.fileExtension)).count == formats.count)
    #expect(ReportFormatCatalog.format(named: "docx") == nil)
  }

  @Test func anEmptyStoreIsReportedInEveryFormat() throws {
    let report = Report(StoredResults())
    #expect(report.isEmpty)
    for format in [ReportFormatCatalog.all[0], .markdown, .latex, .html] as [any ReportFormat] {
      #expect(report.text(as: format).contains("none stored: begin some with"))
    }
    #expect(report.text(as: .csv).split(separator: "\r\n").count == 1)
    #expect(try JSONValue(parsing: report.text(as: .json))["tables"] == [])
  }

  @Test(arguments: ["one-seed", "three-seeds"])
  func numbersAreTheSameInAllFormats(fixture: String) throws {
    let made: SyntheticResults = fixture == "one-seed" ? .oneSeed() : .threeSeeds()
    let report = Report(made.results)
    let json = try JSONValue(parsing: report.text(as: .json))
    let tables = try #require(json["tables"]?.arrayValue)
    let rows = try tables.flatMap {
      try #require($0["rows"]?.arrayValue) + #require($0["totals"]?.arrayValue)
    }
    let lines = try parsedCSV(report.text(as: .csv))
    #expect(lines.count == rows.count + 1)
    for (line, row) in zip(lines.dropFirst(), rows) {
      let members = try #require(row.members)
      #expect(lines[0] == members.map(\.name))
      #expect(
        line == members.map { $0.value == .null ? "" : $0.value.stringValue ?? $0.value.text })
    }
    for format in [.terminal, .markdown, .html] as [any ReportFormat] {
      let text = report.text(as: format)
      for row in rows {
        guard let rate = row["selected_rate"]?.doubleValue,
          let lower = row["selected_lower"]?.doubleValue,
          let upper = row["selected_upper"]?.doubleValue
        else { continue }
        let cell = String(format: "%.1f [%.1f, %.1f]", 100 * rate, 100 * lower, 100 * upper)
        #expect(text.contains(cell))
      }
    }
  }

  @Test func costsHaveTheSignOfTheTaskInEveryFormat() throws {
    var made = SyntheticResults()
    made.protocolSettings = SyntheticResults.searchSettings(hasTarget: false)
    for seed in 0..<3 {
      made.search("grid", "noop", seed: seed, scores: [-7000])
      made.search("grid", "random", seed: seed, scores: [-7000, -5000 - 500 * Double(seed)])
    }
    let report = Report(made.results)
    let table = try #require(
      try JSONValue(parsing: report.text(as: .json))["tables"]?.arrayValue?.first)
    let rows = try #require(table["rows"]?.arrayValue)
    #expect(rows.map { $0["first_score"]?.doubleValue } == [7000, 7000])
    #expect(rows.map { $0["best_score_mean"]?.doubleValue } == [7000, 5500])
    #expect(rows.map { $0["best_score_median"]?.doubleValue } == [7000, 5500])
    let lower = try #require(rows[1]["best_score_lower"]?.doubleValue)
    let upper = try #require(rows[1]["best_score_upper"]?.doubleValue)
    #expect((5000..<5500).contains(lower) && (5501...6000).contains(upper))
    let pair = try #require(table["task_search_comparisons"]?.arrayValue?.first)
    #expect(pair["wins"] == 3)
    #expect(pair["difference"]?.doubleValue == -1500)
    let least = try #require(pair["difference_lower"]?.doubleValue)
    let most = try #require(pair["difference_upper"]?.doubleValue)
    #expect((-2000 ..< -1500).contains(least) && (-1499 ... -1000).contains(most))
    // The sign of sizes of effects is that of the better one.
    #expect(try #require(pair["hedges_g"]?.doubleValue) > 0)
    #expect(report.text(as: .terminal).contains("5,500 [5,"))
    #expect(report.text(as: .terminal).contains("-1,500 [-"))
    #expect(!report.text(as: .csv).contains("-5500"))
  }

  @Test func everyTitleOfGeneratedDataSaysWhatTheyAreNot() throws {
    let report = Report(SyntheticResults.oneSeed().results)
    for format in [.markdown, .latex, .html] as [any ReportFormat] {
      let text = report.text(as: format)
      let titles = text.split(separator: "\n").filter {
        $0.hasPrefix("###") || $0.hasPrefix("\\caption") || $0.hasPrefix("<caption")
      }
      .filter { !$0.contains("Failed trials") }
      #expect(titles.count == 5)
      #expect(titles.allSatisfy { $0.contains("generated data (not BBH)") })
      #expect(text.contains("they are not BBH, and results on them are not results on BBH"))
    }
    let official = Report(SyntheticResults.threeSeeds().results).text(as: .markdown)
    #expect(!official.contains("not BBH"))
  }

  /// The records of RFC 4180.
  private func parsedCSV(_ text: String) throws -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var field = ""
    var isQuoted = false
    var scalars = text.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\"" where isQuoted && scalars.first == "\"":
        field += "\""
        scalars.removeFirst()
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        record.append(field)
        field = ""
      case "\r" where !isQuoted:
        try #require(scalars.popFirst() == "\n")
        records.append(record + [field])
        (record, field) = ([], "")
      default: field.unicodeScalars.append(scalar)
      }
    }
    #expect(field.isEmpty && record.isEmpty)
    return records
  }
}

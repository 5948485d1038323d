// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Foundation
import Reporting
import Testing
import TrialRecords

/// Names, commands and errors may hold anything; none of it may act.
struct HostileTextTests {
  private static let hostile = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "a|b",
    "[x](javascript:alert(1))",
    "**bold** `code` $x$ #1", "\\input{/etc/passwd} & 100% _x_ {y} ~ ^", "\u{1B}[31mred\u{07}",
    "two\nlines\r\nand a\ttab", "\u{202E}reversed", "a,\"b\",c", "[starts a row", "*starts a row",
    "&lt;script&gt;", "'--", "", "|\u{301}", "%\u{301}", "\"\u{301},", "\r\n",
  ]

  private func report(_ name: String) -> Report {
    var made = SyntheticResults()
    made.suite = name
    made.add(name, name, initial: "10", selected: "11", settings: "{\"a\":1}")
    made.add(name, "other", state: .failed)
    made.results.trials[1].error = name
    made.results.runs[0].commandLine = name
    made.results.runs[0].machine = name
    return Report(made.results)
  }

  @Test(arguments: hostile)
  func htmlHoldsNoMarkupButItsOwn(name: String) {
    let text = report(name).text(as: .html)
    for part in text.split(separator: "<").dropFirst(text.hasPrefix("<") ? 0 : 1) {
      let tag = part.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber || $0 == "!" }
      #expect(Self.tags.contains(String(tag)), "\(part)")
    }
  }

  private static let tags: Set<String> = [
    "!DOCTYPE", "html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "h3", "dl",
    "dt", "dd", "section", "p", "div", "table", "caption", "thead", "tbody", "tr", "th", "td",
    "ul", "li", "strong",
  ]

  @Test(arguments: hostile)
  func pagesOfTrialsShowModelTextAsText(text: String) {
    var made = SyntheticResults()
    made.add("navigate", "opro", initial: "1", selected: "0")
    let trial = made.results.trials[0]
    let states = [ContentDigest(of: "a"), ContentDigest(of: "b")]
    let object: (String) -> String = { (["p": .string($0)] as JSONValue).text }
    var call = ModelCallRecord(
      trialID: trial.id, role: .optimizer, sequence: 0, requestDigest: states[0], model: text,
      request: (["messages": [["role": .string(text), "content": .string(text)]]] as JSONValue)
        .text,
      source: .live)
    call.answer = text
    let detail = TrialDetail(
      trial: trial,
      evaluations: [
        EvaluationRecord(
          trialID: trial.id, sequence: 0, step: 0, split: .train, phase: .training,
          exampleID: text, stateDigest: states[0], outcome: .incorrect, score: 0, answer: text,
          feedback: text, error: text)
      ],
      steps: [
        StepRecord(
          trialID: trial.id, index: 0, outcome: .updated, beforeDigest: states[0],
          afterDigest: states[1], proposal: (["reasoning": .string(text)] as JSONValue).text,
          rejections: (["x": .string(text)] as JSONValue).text)
      ],
      calls: [call], states: [states[0]: object("old\nkept"), states[1]: object(text + "\nkept")])
    var page = ""
    let figure = Figure(
      name: text, title: text, axes: (text, text), style: .bars, labels: [text],
      series: [.init(label: text, points: [.init(0, 1)])])
    let drawn = TrialPage(
      report(text), figures: [DrawnFigure(figure, picture: Data(text.utf8))], remark: text)
    drawn.writeStart(to: &page)
    drawn.write(detail, to: &page)
    drawn.writeEnd(to: &page)
    let allowed = Self.tags.union([
      "details", "summary", "pre", "code", "ins", "del", "figure", "figcaption", "img",
    ])
    for part in page.split(separator: "<").dropFirst() {
      let tag = part.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber || $0 == "!" }
      #expect(allowed.contains(String(tag)), "\(part)")
    }
    #expect(page.contains("default-src 'none'"))
    let picture = Data(text.utf8).base64EncodedString()
    #expect(
      page.components(separatedBy: "<img").dropFirst().map {
        $0.hasPrefix(" alt=\"")
          && $0.contains(
            "\" width=\"720\" height=\"440\" src=\"data:image/svg+xml;base64,\(picture)\">")
      } == [true])
    #expect(page.contains("<del>- old</del>"))
    #expect(page.contains("\n  kept\n"))
    #expect(
      page.components(separatedBy: "<details>").count
        == page.components(separatedBy: "</details>").count)
  }

  @Test(arguments: hostile)
  func terminalTextHoldsNoControlCharacters(name: String) {
    for format in [.terminal, .markdown, .latex, .html] as [any ReportFormat] {
      let scalars = report(name).text(as: format).unicodeScalars
      #expect(
        scalars.allSatisfy {
          $0 == "\n" || ![.control, .format].contains($0.properties.generalCategory)
        })
    }
  }

  @Test(arguments: hostile)
  func markdownTablesKeepTheirColumns(name: String) {
    let lines = report(name).text(as: .markdown).split(separator: "\n")
    let main = lines.filter { $0.hasPrefix("| ") }.prefix(4)
    #expect(main.count == 4)
    for line in main {
      let scalars = line.unicodeScalars
      let bars = zip(scalars, scalars.dropFirst()).count { $1 == "|" && $0 != "\\" }
      #expect(bars == 10)
    }
    let text = lines.joined(separator: "\n")
    #expect(!text.contains("](javascript"))
    #expect(!text.contains("<script"))
    #expect(!text.contains("<img"))
  }

  @Test(arguments: hostile)
  func machineFormatsKeepTheTextAsItIs(name: String) throws {
    let json = try JSONValue(parsing: report(name).text(as: .json))
    #expect(json["runs"]?.arrayValue?.first?["command_line"] == .string(name))
    let rows = json["tables"]?.arrayValue?.first?["rows"]?.arrayValue
    #expect(rows?.compactMap { $0["optimizer"]?.stringValue }.sorted() == [name, "other"].sorted())
  }

  @Test(arguments: hostile)
  func valuesWithCommasKeepTheirColumns(name: String) {
    var fields = [""]
    var isQuoted = false
    for byte in CSVFormat.field(name).utf8 + [UInt8(ascii: ","), UInt8(ascii: "x")] {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == UInt8(ascii: ","), !isQuoted {
        fields.append("")
      } else {
        fields[fields.count - 1] += "."
      }
    }
    #expect(!isQuoted)
    #expect(fields.count == 2)
    let line = report(name).text(as: .csv).utf8
    #expect(line.count { $0 == UInt8(ascii: "\"") }.isMultiple(of: 2))
  }

  @Test func aCombiningMarkHidesNothingFromLaTeX() {
    let rows = report("%\u{301} _\u{301}").text(as: .latex).split(separator: "\n")
    let named = rows.filter { !$0.hasPrefix("%") && $0.unicodeScalars.contains("\u{301}") }
    #expect(!named.isEmpty)
    for row in named {
      let scalars = row.unicodeScalars
      #expect(!zip(scalars, scalars.dropFirst()).contains { $1 == "%" && $0 != "\\" }, "\(row)")
    }
  }

  @Test func errorsOfComparisonsHoldNoControlCharacters() throws {
    let results = { () -> StoredResults in
      var made = SyntheticResults()
      made.add("navigate\u{1B}[31m", "opro", initial: "1", settings: #"{"memory":1}"#)
      made.add("navigate\u{1B}[31m", "opro", initial: "1", settings: #"{"memory":2}"#)
      return made.results
    }()
    let side = ComparedSide(label: "\u{1B}]0;x\u{07}", results: results)
    let error = #expect(throws: ComparisonError.self) { try RunComparison([side, side]) }
    let text = try #require(error).description
    #expect(text.contains("<U+1B>"))
    #expect(!text.unicodeScalars.contains { $0.properties.generalCategory == .control })
  }

  @Test func latexEscapesWhatIsSpecial() {
    let text = report(Self.hostile[5]).text(as: .latex)
    let escaped =
      #"\textbackslash{}input\{/etc/passwd\} \& 100\% \_x\_ \{y\} \textasciitilde{} "#
      + #"\textasciicircum{}"#
    #expect(text.contains(escaped))
    let code = text.split(separator: "\n").filter { !$0.hasPrefix("%") }
    #expect(!code.contains { $0.contains("\\input") })
    for start in ["[starts", "*starts"] {
      let rows = report(start + " a row").text(as: .latex).split(separator: "\n")
      #expect(!rows.contains { $0.hasPrefix(start) })
    }
  }
}

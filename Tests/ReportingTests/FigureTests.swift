// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Reporting
import Testing

struct FigureTests {
  private func figure(_ label: String, style: Figure.Style = .curve) -> Figure {
    Figure(
      name: "../\(label)", title: label, axes: (label, label), style: style,
      labels: [label],
      series: [
        Figure.Series(
          label: label,
          points: [
            Figure.Point(0, 2, interval: ConfidenceInterval(lower: 1, upper: 3), count: 5),
            Figure.Point(0, 2.5),
          ])
      ])
  }

  @Test(arguments: [
    "'; system('id') #", "`id`", "\"\n!id\n", "@macro", "a\\", "\u{1B}]0;x\u{07}",
    "'\u{301}`\u{301}id`\u{301}", "'\u{301}; system('\u{301}id'\u{301}) #",
    "@\u{301}macro\\\u{301}",
  ])
  func namesCannotRunAnythingInTheScript(label: String) {
    for style in [Figure.Style.curve, .profile, .bars] {
      let script = Figure.gnuplotScript([figure(label, style: style)])
      // gnuplot reads bytes, so that a combining mark does not make a quote another character.
      #expect(!script.utf8.contains(UInt8(ascii: "`")))
      #expect(!script.utf8.contains(UInt8(ascii: "@")))
      #expect(
        script.utf8.count { $0 == UInt8(ascii: "\\") }
          == script.components(separatedBy: ", \\\n").count - 1)
      for line in script.split(separator: "\n") where !line.hasPrefix("#") {
        #expect(!line.hasPrefix("!"))
        // Inside quotes there is no quote, so that all of them pair up.
        #expect(line.utf8.count { $0 == UInt8(ascii: "'") }.isMultiple(of: 2), "\(line)")
        for text in ["title", "xlabel", "ylabel"] where line.hasPrefix("set \(text) ") {
          #expect(line.utf8.count { $0 == UInt8(ascii: "'") } == 2, "\(line)")
        }
      }
      let drawn = script.split(separator: "\n").filter { !$0.hasPrefix("#") }
      let code = drawn.joined(separator: "\n").split(
        separator: "'", omittingEmptySubsequences: false
      ).enumerated().filter {
        $0.offset.isMultiple(of: 2)
      }
      #expect(!code.contains { $0.element.contains("system") })
    }
  }

  @Test func barsBelowZeroAreShownWithTheLineOfZero() {
    let bars = Figure.gnuplotScript([figure("a", style: .bars)]).split(separator: "\n")
    // The range takes in zero and whatever there is on both sides.
    #expect(bars.contains("set yrange [*<0:0<*]"))
    #expect(bars.contains("set xzeroaxis lt -1"))
    let curve = Figure.gnuplotScript([figure("a")]).split(separator: "\n")
    #expect(curve.contains("unset xzeroaxis"))
  }

  @Test func fileNamesHoldOnlyLettersDigitsAndHyphens() {
    #expect(figure("a/b .. Ü 0.1").name == "a-b-0-1")
  }

  @Test func dataStandBesideAsTheyAre() {
    let lines = figure("a,b", style: .bars).csv.split(separator: "\n")
    #expect(lines[0] == "series,optimizer,place,label,value,lower,upper,n")
    #expect(lines[1] == "1,\"a,b\",0.0,\"a,b\",2.0,1.0,3.0,5")
    #expect(lines[2] == "1,\"a,b\",0.0,\"a,b\",2.5,,,")
  }

  @Test func searchesHaveCurvesBarsAndProfiles() {
    let figures = Report(SyntheticResults.searches().results).figures
    let names = figures.map(\.name)
    #expect(
      names.filter { $0.contains("booth") } == [
        "numerical-booth-best-by-evaluation", "numerical-booth-current-by-evaluation",
        "numerical-booth-success-by-evaluation",
      ])
    #expect(!names.contains("numerical-signals-success-by-evaluation"))
    #expect(names.contains("numerical-performance-profile-0-1"))
    #expect(names.contains("numerical-improvement"))
    #expect(Set(names).count == names.count)
    // Costs are shown as the task means them.
    let best = figures.first { $0.name == "numerical-booth-best-by-evaluation" }
    #expect(best?.series.last?.points.map(\.value) == [9, 9, 1])
  }

  @Test func passesHaveBarsOfSuccess() {
    let figures = Report(SyntheticResults.oneSeed().results).figures
    let bars = figures.first { $0.style == .bars }
    #expect(bars?.labels == ["object_counting", "word_sorting"])
    #expect(bars?.series.map(\.label) == ["noop", "optoprime"])
    #expect(bars?.series.last?.points.map(\.value) == [0.8, 0.2])
  }
}

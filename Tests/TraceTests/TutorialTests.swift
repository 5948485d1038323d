// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import Trace

/// The code of the tutorial article, compiled and run.
struct TutorialTests {
  struct WeatherNote: Workflow {
    let template = Parameter(
      "template", "Today: {advice}.", constraint: "has to contain {advice}")
    let threshold = Parameter(
      "threshold", 30.0, description: "the temperature in °C from which on a day is hot")

    func callAsFunction(_ temperature: Node<Double>) throws -> Node<String> {
      let tape = temperature.tape
      let isHot = try temperature >= threshold.node(on: tape)
      let advice: Node<String> = try isHot.choosing("stay in the shade", otherwise: "enjoy the sun")
      return try template.node(on: tape).formatted(["advice": advice])
    }
  }

  @Test func tutorialRunsAndPrintsWhatTheArticleShows() throws {
    let note = WeatherNote()
    let tape = Tape()
    let output = try note(tape.node(27.0, named: "temperature"))
    #expect(output.value == "Today: enjoy the sun.")

    try output.backward("27 °C was hot: the note should have warned.")

    let view = try tape.functionView()
    #expect(try Self.blocks(of: "text").map { $0.joined(separator: "\n") } == [view.description])

    note.threshold.value = 25
    let second = try note(Tape().node(27.0, named: "temperature"))
    #expect(second.value == "Today: stay in the shade.")

    let saved = note.saved()
    let copy = WeatherNote()
    try copy.load(saved)
    #expect(copy.threshold.value == 25)

    let fahrenheit = bundle("fahrenheit", ["celsius"], summary: "Converts °C to °F.") {
      (celsius: Double) in celsius * 9 / 5 + 32
    }
    let converted = try fahrenheit(27.0, on: tape)
    #expect(converted.value == 80.6)
  }

  @Test func codeOfTheArticleIsCodeOfThisFile() throws {
    let source = try String(contentsOfFile: #filePath, encoding: .utf8)
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false).map(Self.trimmed)
    let blocks = try Self.blocks(of: "swift")
    #expect(blocks.count == 7)
    for block in blocks {
      let wanted = block.map { Self.trimmed($0) }
      let isFound = lines.indices.contains { start in
        lines[start...].prefix(wanted.count).elementsEqual(wanted)
      }
      #expect(isFound, "the test has no such lines: \(block.joined(separator: "\n"))")
    }
  }

  /// The code blocks of the article in one language, as lines.
  private static func blocks(of language: String) throws -> [[String]] {
    let article = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Sources/Trace/Trace.docc/TenMinutes.md")
    var blocks: [[String]] = []
    var open: [String]?
    let text = try String(contentsOf: article, encoding: .utf8)
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let block = open {
        open = line == "```" ? nil : block + [String(line)]
        if open == nil { blocks.append(block) }
      } else if line == "```\(language)" {
        open = []
      }
    }
    return blocks
  }

  private static func trimmed(_ line: some StringProtocol) -> String {
    String(line.drop { $0 == " " })
  }
}

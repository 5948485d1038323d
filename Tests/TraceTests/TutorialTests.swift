// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
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
    #expect(try Self.article.blocks(of: "text") == [view.description])

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
    #expect(try Self.article.blocks(of: "swift").count == 7)
    #expect(try Self.article.blocks(of: "swift", missingIn: #filePath).isEmpty)
  }

  private static let article = Article("Sources/Trace/Trace.docc/TenMinutes.md")
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation
import FoundationXML
import OPTO
import RobotArmEnvironment
import Testing

struct EpisodeFilmTests {
  private static let scene = RobotScene(
    puck: Vector3(0.05, 0.65, 0.02), goal: Vector3(-0.04, 0.85, 0.2))

  /// The episode of the scripted policy.
  private func film(_ arm: ArmDynamics = .weldedHand, exception: String? = nil) -> EpisodeFilm {
    let settings = RobotEpisode.Settings(.pickPlace, arm: arm)
    var episode = RobotEpisode(settings, Self.scene, seed: Seed(rawValue: 0))
    let policy = ScriptedPolicy(.pickPlace)
    var actions: [TargetAction] = []
    while !episode.isOver {
      let seen = episode.simulation.observation
      let order = policy.order(for: seen)
      actions.append(
        TargetAction(move: order.place - seen.current.hand, grip: order.grip))
      _ = episode.step(actions[actions.count - 1])
    }
    return EpisodeFilm(settings, Self.scene, actions: actions, exception: exception)
  }

  private func elements(_ picture: String) throws -> [(name: String, attributes: [String: String])]
  {
    let reader = ElementReader()
    let parser = XMLParser(data: Data(picture.utf8))
    parser.delegate = reader
    #expect(parser.parse(), "the picture is not well-formed")
    return reader.elements
  }

  @Test func theAnimationShowsEveryPartInBothViewsAtTheSpeedOfTheSimulation() throws {
    let film = film()
    let moving = try elements(film.animation).filter { $0.name == "animateTransform" }
    #expect(moving.count == 8, "puck, two fingers and hand, from the side and from above")
    // Twenty simulation steps of a control step are five pictures; the start is one, the rest 20.
    let pictures = 1 + 5 * film.steps.count + 20
    for part in moving {
      #expect(part.attributes["values"]?.split(separator: ";").count == pictures)
      let duration = part.attributes["dur"].flatMap { Double($0.dropLast()) } ?? 0
      #expect(abs(duration - Double(pictures - 1) * 0.05) < 1e-9)
    }
  }

  @Test func thePuckBeginsAtItsStartAndEndsNearTheGoal() throws {
    let film = film()
    #expect(film.isSolved)
    let puck = try #require(
      try elements(film.animation).first { $0.name == "animateTransform" }?.attributes["values"])
    let places = puck.split(separator: ";").map { place in
      place.split(separator: " ").compactMap { Double($0) }
    }
    // 420 pixels a metre from y = 0.40 and z = 0.45.
    #expect(abs(places[0][0] - (0.65 - 0.40) * 420) < 0.01)
    #expect(abs(places[0][1] - (0.45 - 0.02) * 420) < 0.01)
    let last = try #require(places.last)
    #expect(abs(last[0] - (0.85 - 0.40) * 420) < 0.07 * 420)
    #expect(abs(last[1] - (0.45 - 0.2) * 420) < 0.07 * 420)
  }

  @Test func theStripHasAPanelForTheStartAndEachControlStep() throws {
    let film = film()
    let strip = film.strip
    #expect(try elements(strip).filter { $0.name == "circle" }.count == film.steps.count + 1)
    #expect(strip.contains(">start</text>"))
    for number in 1...film.steps.count { #expect(strip.contains(">step \(number): [")) }
    #expect(strip.components(separatedBy: ", solved</text>").count == 2)
    #expect(!strip.contains("animate"))
  }

  @Test func theArmWithJointsIsDrawnWithItsLinks() throws {
    let links = try elements(film(.jointed).animation).filter { $0.name == "animate" }
      .compactMap { $0.attributes["attributeName"] == "points" ? $0.attributes["values"] : nil }
    #expect(links.count == 2)
    let first = try #require(links.first?.split(separator: ";").first)
    #expect(first.split(separator: " ").count == 9, "the base, seven joints and the hand")
    #expect(try !elements(film().animation).contains { $0.attributes["attributeName"] == "points" })
  }

  @Test func anExceptionIsNamedAndItsTextIsNoMarkup() throws {
    let film = film(exception: "(ValueError) <b> & \"c\"")
    #expect(film.ending.hasPrefix("pick_place: (ValueError) <b> & \"c\", return "))
    for picture in [film.animation, film.strip] {
      #expect(try !elements(picture).contains { $0.name == "b" })
      #expect(picture.contains("(ValueError) &lt;b&gt; &amp; &quot;c&quot;"))
    }
  }

  private final class ElementReader: NSObject, XMLParserDelegate {
    var elements: [(name: String, attributes: [String: String])] = []

    func parser(
      _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      elements.append((elementName, attributes))
    }
  }
}

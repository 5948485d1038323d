// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

extension EpisodeFilm {
  /// Simulation steps from one picture of the animation to the next.
  private static let stride = 4
  private static let margin = 12.0
  private static let headline = 44.0
  /// How long the last picture stays, in pictures.
  private static let rest = 20

  /// The episode as an animated picture in SVG, seen from the side and from above.
  ///
  /// It runs at the speed of the simulation and begins anew after a second.
  ///
  /// - Complexity: O(*n*) in the number of simulation steps.
  package var animation: String {
    let frames = shownFrames
    let side = start.joints.isEmpty ? FilmView.side : .sideWithArm
    let panels = [side, FilmView.top].map { view in
      background(in: view, path: allFrames) + moving(frames.map(\.frame), in: view)
    }
    let width = side.width + FilmView.top.width + 3 * Self.margin
    let height = side.height + Self.headline + Self.margin
    let left = Self.margin
    return SVGElement(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg",
        "viewBox": "0 0 \(SVGElement.number(width)) \(SVGElement.number(height))",
        "font-family": "sans-serif", "font-size": "14",
      ],
      [
        SVGElement(label: ending, x: left, y: 18, ["font-weight": "bold"]),
        Self.group(panels[0], x: left, y: Self.headline),
        Self.group(panels[1], x: side.width + 2 * left, y: Self.headline),
      ] + captions(frames)
    ).text + "\n"
  }

  private static func group(_ elements: [SVGElement], x: Double, y: Double) -> SVGElement {
    SVGElement(
      "g", ["transform": "translate(\(SVGElement.number(x)) \(SVGElement.number(y)))"], elements)
  }

  private var allFrames: [Frame] { [start] + steps.flatMap(\.frames) }

  /// The pictures, each with the control step that it belongs to; 0 is the start.
  private var shownFrames: [(step: Int, frame: Frame)] {
    var frames = [(step: 0, frame: start)]
    for (index, step) in steps.enumerated() {
      for (place, frame) in step.frames.enumerated()
      where (place + 1) % Self.stride == 0 || place == step.frames.count - 1 {
        frames.append((index + 1, frame))
      }
    }
    guard let last = frames.last else { return frames }
    return frames + Array(repeating: last, count: Self.rest)
  }

  private func duration(_ count: Int) -> String {
    let seconds = Double((count - 1) * Self.stride) * RobotSimulation.stepDuration
    return "\(SVGElement.number(seconds))s"
  }

  private func moving(_ frames: [Frame], in view: FilmView) -> [SVGElement] {
    let duration = duration(frames.count)
    let links = links(
      of: start, in: view,
      [
        SVGElement(
          "animate",
          [
            "attributeName": "points", "dur": duration, "repeatCount": "indefinite",
            "values": frames.map { view.list($0.joints) }.joined(separator: ";"),
          ])
      ])
    return links
      + Part.all.map { part in
        let places = frames.map { frame in
          let (x, y) = view.place(part.middle(frame))
          return "\(SVGElement.number(x)) \(SVGElement.number(y))"
        }
        return SVGElement(
          "g", ["transform": "translate(\(places[0]))"],
          [
            part.outline(in: view),
            SVGElement(
              "animateTransform",
              [
                "attributeName": "transform", "type": "translate", "dur": duration,
                "repeatCount": "indefinite", "values": places.joined(separator: ";"),
              ]),
          ])
      }
  }

  /// A line for each control step, shown while it lasts.
  private func captions(_ frames: [(step: Int, frame: Frame)]) -> [SVGElement] {
    steps.indices.map { index in
      let shown = frames.map { $0.step == index + 1 ? "1" : "0" }
      return SVGElement(
        "g", ["opacity": "0"],
        [
          SVGElement(label: caption(of: index), x: Self.margin, y: 36, ["fill": "#555"]),
          SVGElement(
            "animate",
            [
              "attributeName": "opacity", "calcMode": "discrete", "dur": duration(frames.count),
              "repeatCount": "indefinite", "values": shown.joined(separator: ";"),
            ]),
        ])
    }
  }
}

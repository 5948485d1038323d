// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// What moves in a panel: each part with its outline, and where it is in a frame.
extension EpisodeFilm {
  /// A part that keeps its form.
  struct Part: Sendable {
    /// Half its extents along x, y and z.
    let half: Vector3
    let color: String
    let isRound: Bool
    let middle: @Sendable (Frame) -> Vector3

    private init(
      _ half: Vector3, _ color: String, isRound: Bool = false,
      _ middle: @escaping @Sendable (Frame) -> Vector3
    ) {
      self.half = half
      self.color = color
      self.isRound = isRound
      self.middle = middle
    }

    static let all = [
      Part(
        Vector3(Puck.radius, Puck.radius, Puck.halfHeight), "#d9822b", isRound: true, \.puck),
      finger { $0.hand.y - Fingers.padMiddle + $0.fingers.right },
      finger { $0.hand.y + Fingers.padMiddle + $0.fingers.left },
      Part(Vector3(0.015, 0.06, 0.012), "#44546a") { $0.hand + Vector3(0, 0, 0.057) },
    ]

    private static func finger(_ y: @escaping @Sendable (Frame) -> Double) -> Part {
      Part(Vector3(Fingers.halfWidth, 0.006, Fingers.halfHeight), "#708090") { frame in
        Vector3(frame.hand.x, y(frame), frame.hand.z)
      }
    }

    /// The part's outline in a panel, around the panel's upper left corner.
    func outline(in view: FilmView) -> SVGElement {
      let corner = view.place(half)
      let middle = view.place(.zero)
      let (width, height) = (abs(corner.x - middle.x), abs(corner.y - middle.y))
      if isRound, abs(width - height) < 1e-9, view.isFromAbove {
        return SVGElement("circle", ["r": SVGElement.number(width), "fill": color])
      }
      return SVGElement(
        "rect",
        [
          "x": SVGElement.number(-width), "y": SVGElement.number(-height),
          "width": SVGElement.number(2 * width), "height": SVGElement.number(2 * height),
          "fill": color, "fill-opacity": "0.85",
        ])
    }
  }

  /// What does not move: the table, the goal and the hand's path up to a step.
  func background(in view: FilmView, path: [Frame]) -> [SVGElement] {
    let goal = view.place(scene.goal)
    let table = view.place(Vector3(0, 0, 0))
    var elements = [
      SVGElement(
        "rect",
        [
          "width": SVGElement.number(view.width), "height": SVGElement.number(view.height),
          "fill": "#fbfbf9", "stroke": "#c8c8c8",
        ])
    ]
    if !view.isFromAbove {
      elements.append(
        SVGElement(
          "line",
          [
            "x1": "0", "x2": SVGElement.number(view.width), "y1": SVGElement.number(table.y),
            "y2": SVGElement.number(table.y), "stroke": "#9a8f80", "stroke-width": "2",
          ]))
    }
    elements.append(
      SVGElement(
        "circle",
        [
          "cx": SVGElement.number(goal.x), "cy": SVGElement.number(goal.y),
          "r": SVGElement.number(task.successRadius * FilmView.scale), "fill": "#2e8b57",
          "fill-opacity": "0.15", "stroke": "#2e8b57", "stroke-dasharray": "4 3",
        ]))
    let tips = path.map { $0.hand + RobotSimulation.tipOffset }
    elements.append(
      SVGElement(
        "polyline", ["points": view.list(tips), "fill": "none", "stroke": "#a8b4c4"]))
    return elements
  }

  /// The links of the arm in one frame, or nothing where it has none.
  func links(of frame: Frame, in view: FilmView, _ children: [SVGElement] = []) -> [SVGElement] {
    guard !frame.joints.isEmpty else { return [] }
    return [
      SVGElement(
        "polyline",
        [
          "points": view.list(frame.joints), "fill": "none", "stroke": "#8fa3bf",
          "stroke-width": "8", "stroke-linejoin": "round", "stroke-opacity": "0.6",
        ], children)
    ]
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

extension EpisodeFilm {
  private static let columns = 3
  private static let gap = 12.0
  private static let captionHeight = 24.0

  /// The side view at the end of each control step, all in one still picture in SVG.
  ///
  /// - Complexity: O(*n*²) in the number of control steps, each of which shows the way so far.
  package var strip: String {
    let view = start.joints.isEmpty ? FilmView.side : .sideWithArm
    let cell = (width: view.width + Self.gap, height: view.height + Self.captionHeight + Self.gap)
    let count = steps.count + 1
    let rows = (count + Self.columns - 1) / Self.columns
    let columns = min(count, Self.columns)
    let width = Double(columns) * cell.width + Self.gap
    let height = Double(rows) * cell.height + Self.captionHeight + Self.gap
    let panels = (0..<count).map { index in
      let x = Self.gap + Double(index % Self.columns) * cell.width
      let y = Self.captionHeight + Self.gap + Double(index / Self.columns) * cell.height
      return SVGElement(
        "g", ["transform": "translate(\(SVGElement.number(x)) \(SVGElement.number(y)))"],
        panel(index, in: view))
    }
    return SVGElement(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg",
        "viewBox": "0 0 \(SVGElement.number(width)) \(SVGElement.number(height))",
        "font-family": "sans-serif", "font-size": "10",
      ],
      [SVGElement(label: ending, x: Self.gap, y: 18, ["font-weight": "bold", "font-size": "14"])]
        + panels
    ).text + "\n"
  }

  /// The panel after so many control steps.
  private func panel(_ count: Int, in view: FilmView) -> [SVGElement] {
    let path = [start] + steps.prefix(count).flatMap(\.frames)
    let frame = path.last ?? start
    let parts = Part.all.map { part in
      let (x, y) = view.place(part.middle(frame))
      return SVGElement(
        "g", ["transform": "translate(\(SVGElement.number(x)) \(SVGElement.number(y)))"],
        [part.outline(in: view)])
    }
    let caption = count == 0 ? "start" : caption(of: count - 1)
    return background(in: view, path: path) + links(of: frame, in: view) + parts
      + [SVGElement(label: caption, x: 0, y: view.height + 14, ["fill": "#444"])]
  }

  /// What was ordered and earned in a control step, in one line.
  func caption(of index: Int) -> String {
    let step = steps[index]
    let action = DecimalText.pose(step.action.move, grip: step.action.grip)
    let reward = DecimalText.text(step.reward, decimals: 3)
    return "step \(index + 1): \(action), reward \(reward)\(step.isSuccess ? ", solved" : "")"
  }
}

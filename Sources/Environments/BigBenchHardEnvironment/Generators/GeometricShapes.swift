// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets
import QuestionAnswering

/// SVG paths whose shape is to be named.
///
/// Everything is drawn in whole hundredths, so that right angles and equal sides are exact and the
/// text is the same on every machine.
struct GeometricShapes: BigBenchHardGenerator {
  let task = BigBenchHardTask.geometricShapes
  let balancedAnswers = OptionLetters.names(Shape.allCases.count)

  func makeItem(wanting answer: String?, from stream: inout SeededStream) -> GeneratedItem? {
    let wanted = answer.flatMap(OptionLetters.index(of:)).map { Shape.allCases[$0] }
    let shape = wanted ?? stream.element(of: Shape.allCases)
    guard let path = path(of: shape, &stream), let place = Shape.allCases.firstIndex(of: shape)
    else { return nil }
    return GeneratedItem(
      input: """
        Which shape does the SVG element <path d="\(path)"/> draw?
        \(OptionLetters.block(Shape.allCases.map(\.rawValue)))
        """,
      target: OptionLetters.name(at: place)
    )
  }

  /// The shapes in the order in which they are listed as options.
  private enum Shape: String, CaseIterable {
    case circle, heptagon, hexagon, kite, line, octagon, pentagon, rectangle, sector, triangle
  }

  private func path(of shape: Shape, _ stream: inout SeededStream) -> String? {
    switch shape {
    case .triangle: polygon(PlanePoint.star(of: 3, &stream), &stream)
    case .pentagon: polygon(PlanePoint.star(of: 5, &stream), &stream)
    case .hexagon: polygon(PlanePoint.star(of: 6, &stream), &stream)
    case .heptagon: polygon(PlanePoint.star(of: 7, &stream), &stream)
    case .octagon: polygon(PlanePoint.star(of: 8, &stream), &stream)
    case .rectangle: polygon(PlanePoint.rectangle(&stream), &stream)
    case .kite: polygon(PlanePoint.kite(&stream), &stream)
    case .line: line(&stream)
    case .circle: circle(&stream)
    case .sector: sector(&stream)
    }
  }

  /// A closed path, broken at some corners by lifting the pen and setting it down again there.
  private func polygon(_ corners: [PlanePoint]?, _ stream: inout SeededStream) -> String? {
    guard let corners, let first = corners.first else { return nil }
    let isBroken = stream.chance(50)
    var path = "M \(first.text)"
    for corner in corners.dropFirst() {
      path += " L \(corner.text)"
      if isBroken, stream.chance(40) { path += " M \(corner.text)" }
    }
    return path + " L \(first.text)"
  }

  private func line(_ stream: inout SeededStream) -> String? {
    let (start, end) = (PlanePoint.random(&stream), PlanePoint.random(&stream))
    return start == end ? nil : "M \(start.text) L \(end.text)"
  }

  private func circle(_ stream: inout SeededStream) -> String? {
    let spoke = PlanePoint.spoke(&stream)
    let center = PlanePoint.random(&stream)
    let (start, end) = (center + spoke.vector, center - spoke.vector)
    guard start.isOnPage, end.isOnPage else { return nil }
    let radius = "\(PlanePoint.text(spoke.length)),\(PlanePoint.text(spoke.length))"
    let (from, to) = (start.text, end.text)
    return "M \(from) A \(radius) 0.00 1,0 \(to) A \(radius) 0.00 1,0 \(from)"
  }

  private func sector(_ stream: inout SeededStream) -> String? {
    let spoke = PlanePoint.spoke(&stream)
    let center = PlanePoint.random(&stream)
    let turned = stream.element(of: spoke.vector.sameLength)
    let (start, end) = (center + spoke.vector, center + turned)
    guard start.isOnPage, end.isOnPage, start != end, turned != -spoke.vector else { return nil }
    let radius = "\(PlanePoint.text(spoke.length)),\(PlanePoint.text(spoke.length))"
    let flags = "\(stream.integer(in: 0...1)),\(stream.integer(in: 0...1))"
    return "M \(center.text) L \(start.text) A \(radius) 0.00 \(flags) \(end.text) L \(center.text)"
  }
}

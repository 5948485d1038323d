// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets

/// Walks on a grid, of which it is asked whether they end where they began.
///
/// Half of the items are closed walks, by moves that lead back. The other half are open: closed
/// walks with one length changed, or walks without moves that lead back.
struct Navigate: ScalableGenerator {
  /// Steps of a move.
  private static let stepCount = 1...10

  /// Moves that are drawn before those that lead back.
  private let moveCount: ClosedRange<Int>

  let task = BigBenchHardTask.navigate
  let balancedAnswers = ["Yes", "No"]

  init(_ difficulty: Difficulty) {
    moveCount =
      switch difficulty {
      case .published: 2...6
      case .hard: 9...12
      case .hardest: 18...24
      }
  }

  func makeItem(wanting answer: String?, from stream: inout SeededStream) -> GeneratedItem? {
    let facesForward = stream.chance(50)
    var moves = facesForward ? strafes(&stream) : walk(&stream)
    if answer == "No", stream.chance(50) { change(&moves, &stream) }
    guard moves.allSatisfy({ $0.steps.map(Self.stepCount.contains) ?? true }) else { return nil }
    let sentences = (facesForward ? ["Always face forward."] : []) + moves.map(\.sentence)
    let isBack = Self.end(of: moves) == Point(x: 0, y: 0)
    let question = """
      You carry out these instructions one after the other. Are you at the starting point at the \
      end? \(sentences.joined(separator: " "))
      Options:
      - Yes
      - No
      """
    return GeneratedItem(input: question, target: isBack ? "Yes" : "No")
  }

  private struct Point: Hashable {
    var x = 0
    var y = 0
  }

  /// One instruction; turns come before steps are taken in the new direction.
  private enum Move {
    case strafe(Side, Int)
    case ahead(Int)
    case turn(Turn)

    var steps: Int? {
      switch self {
      case .strafe(_, let count), .ahead(let count): count
      case .turn: nil
      }
    }

    var sentence: String {
      switch self {
      case .strafe(let side, let count): "Take \(Move.steps(count)) \(side.rawValue)."
      case .ahead(let count): "Take \(Move.steps(count))."
      case .turn(let turn): "Turn \(turn.rawValue)."
      }
    }

    private static func steps(_ count: Int) -> String { count == 1 ? "1 step" : "\(count) steps" }
  }

  private enum Side: String, CaseIterable {
    case forward, backward, left, right

    var vector: Point {
      switch self {
      case .forward: Point(x: 0, y: 1)
      case .backward: Point(x: 0, y: -1)
      case .left: Point(x: -1, y: 0)
      case .right: Point(x: 1, y: 0)
      }
    }
  }

  private enum Turn: String, CaseIterable {
    case left, right, around

    func applied(to heading: Point) -> Point {
      switch self {
      case .left: Point(x: -heading.y, y: heading.x)
      case .right: Point(x: heading.y, y: -heading.x)
      case .around: Point(x: -heading.x, y: -heading.y)
      }
    }
  }

  private static func end(of moves: [Move]) -> Point { course(of: moves).place }

  private static func course(of moves: [Move]) -> (place: Point, heading: Point) {
    var place = Point()
    var heading = Side.forward.vector
    for move in moves {
      switch move {
      case .turn(let turn):
        heading = turn.applied(to: heading)
      case .ahead(let count):
        place = Point(x: place.x + heading.x * count, y: place.y + heading.y * count)
      case .strafe(let side, let count):
        place = Point(x: place.x + side.vector.x * count, y: place.y + side.vector.y * count)
      }
    }
    return (place, heading)
  }

  /// Moves without turns, in any order, since the order does not matter to where they end.
  private func strafes(_ stream: inout SeededStream) -> [Move] {
    var moves: [Move] = (0..<stream.integer(in: moveCount)).map { _ in
      .strafe(stream.element(of: Side.allCases), stream.integer(in: Self.stepCount))
    }
    guard stream.chance(75) else { return moves }
    let place = Self.end(of: moves)
    if place.x != 0 { moves.append(.strafe(place.x > 0 ? .left : .right, abs(place.x))) }
    if place.y != 0 { moves.append(.strafe(place.y > 0 ? .backward : .forward, abs(place.y))) }
    return stream.shuffled(moves)
  }

  /// Turns and steps ahead, with turns towards the start at the end of a closed walk.
  private func walk(_ stream: inout SeededStream) -> [Move] {
    var moves: [Move] = (0..<stream.integer(in: moveCount)).map { _ in
      stream.chance(50)
        ? .turn(stream.element(of: Turn.allCases)) : .ahead(stream.integer(in: Self.stepCount))
    }
    guard stream.chance(75) else { return moves }
    for axis in stream.shuffled([Point(x: 1, y: 0), Point(x: 0, y: 1)]) {
      let (place, heading) = Self.course(of: moves)
      let distance = place.x * axis.x + place.y * axis.y
      guard distance != 0 else { continue }
      let sign = distance > 0 ? -1 : 1
      let direction = Point(x: axis.x * sign, y: axis.y * sign)
      if let turn = Turn.allCases.first(where: { $0.applied(to: heading) == direction }) {
        moves.append(.turn(turn))
      }
      moves.append(.ahead(abs(distance)))
    }
    return moves
  }

  /// Makes one length longer or shorter by one, so that a closed walk misses the start.
  private func change(_ moves: inout [Move], _ stream: inout SeededStream) {
    let places = moves.indices.filter { moves[$0].steps != nil }
    guard !places.isEmpty else { return }
    let place = stream.element(of: places)
    let change = stream.chance(50) ? 1 : -1
    switch moves[place] {
    case .strafe(let side, let count): moves[place] = .strafe(side, count + change)
    case .ahead(let count): moves[place] = .ahead(count + change)
    case .turn: break
    }
  }
}

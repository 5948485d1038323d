// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets

/// What can be asked about coloured objects.
enum ColoredObjectsQuestion: CaseIterable {
  case colorOf, isColor, neither, atEnd, beside, furthest, othersBeside, remaining

  /// Whether the objects must be in a row.
  var needsRow: Bool {
    switch self {
    case .colorOf, .isColor, .neither, .remaining: false
    case .atEnd, .beside, .furthest, .othersBeside: true
    }
  }

  /// The options, which are the same for all items of a kind in which no row is longer than `count`
  /// objects.
  func options(upTo count: Int) -> [String] {
    switch self {
    case .colorOf, .atEnd, .beside, .furthest: ColoredObjectsTable.colors
    case .isColor: ["yes", "no"]
    case .neither, .othersBeside: (0...count).map(Phrase.number)
    case .remaining: (0...16).map(Phrase.number)
    }
  }

  /// A question about a row of objects that differ in colour and kind.
  ///
  /// - Parameters:
  ///   - row: At least three objects from left to right.
  ///   - stream: Where all randomness comes from.
  /// - Returns: The question and the right one of ``options(upTo:)``; `nil` when this attempt came
  ///   to nothing, and always for ``remaining``, which is not about a row.
  func ask(
    of row: [(color: String, object: String)],
    _ stream: inout SeededStream
  ) -> (question: String, answer: String)? {
    let place = stream.integer(in: 0...row.count - 1)
    let (color, object) = row[place]
    let thing = stream.chance(50) ? object : "\(color) object"
    let isLeft = stream.chance(50)
    let side = isLeft ? "left" : "right"
    switch self {
    case .colorOf:
      return ("What colour is the \(object)?", color)
    case .isColor:
      let other = stream.element(of: ColoredObjectsTable.colors.filter { $0 != color })
      let isTrue = stream.chance(50)
      return ("Is the \(object) \(isTrue ? color : other)?", isTrue ? "yes" : "no")
    case .neither:
      let named = stream.sample(2, of: ColoredObjectsTable.colors.prefix(9) + row.map(\.color))
      guard named[0] != named[1] else { return nil }
      let count = row.count { !named.contains($0.color) }
      let question = "How many objects are neither \(named[0]) nor \(named[1])?"
      return (question, Phrase.number(count))
    case .atEnd:
      let end = isLeft ? row[0] : row[row.count - 1]
      return ("What is the colour of the \(side)most object?", end.color)
    case .beside:
      let neighbour = isLeft ? place - 1 : place + 1
      guard row.indices.contains(neighbour) else { return nil }
      let question = "What is the colour of the object directly to the \(side) of the \(thing)?"
      return (question, row[neighbour].color)
    case .furthest:
      let (toLeft, toRight) = (place, row.count - 1 - place)
      guard toLeft != toRight else { return nil }
      let question = "What is the colour of the object furthest from the \(thing)?"
      return (question, toLeft > toRight ? row[0].color : row[row.count - 1].color)
    case .othersBeside:
      let named = stream.element(
        of: stream.chance(60) ? row.map(\.color) : ColoredObjectsTable.colors)
      let beside = isLeft ? row[..<place] : row[(place + 1)...]
      let count = beside.count { $0.color != named }
      let question = "How many objects that are not \(named) are to the \(side) of the \(thing)?"
      return (question, Phrase.number(count))
    case .remaining:
      return nil
    }
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets
import QuestionAnswering

/// Objects in a fixed order, with just enough clues to find the order.
struct LogicalDeduction: BigBenchHardGenerator {
  let task: BigBenchHardTask
  let balancedAnswers: [String]
  private let space: OrderSpace

  /// Creates the generator of one of the three files.
  init(_ count: ObjectCount) {
    space = OrderSpace(size: count.rawValue)
    balancedAnswers = OptionLetters.names(count.rawValue)
    task =
      switch count {
      case .three: .logicalDeductionThreeObjects
      case .five: .logicalDeductionFiveObjects
      case .seven: .logicalDeductionSevenObjects
      }
  }

  func makeItem(wanting answer: String?, from stream: inout SeededStream) -> GeneratedItem? {
    let scene = stream.element(of: OrderingScene.all)
    let objects = stream.sample(space.size, of: scene.objects)
    let places = stream.shuffled(Array(0..<space.size))
    guard let clues = clues(for: places, &stream) else { return nil }
    let statements = clues.map { clue in
      Phrase.capitalized(sentence(for: clue, of: objects, in: scene, &stream)) + "."
    }
    let asked =
      answer.flatMap(OptionLetters.index(of:)) ?? stream.integer(in: 0...space.size - 1)
    let place = placePhrase(places[asked], in: scene, &stream)
    let options = objects.map { Phrase.capitalized("\(scene.definite($0)) \(place)") }
    let count = Phrase.number(space.size)
    let question = """
      The statements below are all true. Together they settle the order. \
      \(scene.introduction.replacing("{count}", with: count)): \
      \(Phrase.list(objects.map(scene.indefinite))). \(statements.joined(separator: " "))
      \(OptionLetters.block(options))
      """
    return GeneratedItem(input: question, target: OptionLetters.name(at: asked))
  }

  /// Clues of which none can be left out, in random order; `nil` when they come out too many or
  /// too few.
  private func clues(for places: [Int], _ stream: inout SeededStream) -> [OrderSpace.Clue]? {
    let objects = places.indices
    let comparisons = objects.flatMap { object in
      objects.filter { places[object] < places[$0] }.map { OrderSpace.Clue.before(object, $0) }
    }
    let positions = objects.map { OrderSpace.Clue.at($0, place: places[$0]) }
    var chosen: [OrderSpace.Clue] = []
    var left = space.all
    for clue in stream.shuffled(comparisons + positions) where left.count > 1 {
      let narrowed = left.intersection(space.orders(allowedBy: clue))
      guard narrowed.count < left.count else { continue }
      chosen.append(clue)
      left = narrowed
    }
    for clue in chosen {
      let others = chosen.filter { $0 != clue }
      if space.orders(allowedBy: others).count == 1 { chosen = others }
    }
    guard (space.size - 1...space.size).contains(chosen.count) else { return nil }
    return stream.shuffled(chosen)
  }

  private func sentence(
    for clue: OrderSpace.Clue,
    of objects: [String],
    in scene: OrderingScene,
    _ stream: inout SeededStream
  ) -> String {
    switch clue {
    case .at(let object, let place):
      return "\(scene.definite(objects[object])) \(placePhrase(place, in: scene, &stream))"
    case .before(let object, let other):
      let (first, second) = (scene.definite(objects[object]), scene.definite(objects[other]))
      return stream.chance(50)
        ? "\(first) \(scene.before) \(second)" : "\(second) \(scene.after) \(first)"
    }
  }

  /// A place in words, counted from the end that is nearer, or from either end in between.
  private func placePhrase(
    _ place: Int,
    in scene: OrderingScene,
    _ stream: inout SeededStream
  ) -> String {
    let last = space.size - 1
    let countsFromBack = place == last || place != 0 && stream.chance(50)
    return countsFromBack ? scene.fromBack(last - place + 1) : scene.fromFront(place + 1)
  }
}

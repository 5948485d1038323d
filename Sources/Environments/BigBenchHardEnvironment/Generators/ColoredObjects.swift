// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets
import QuestionAnswering

/// Coloured objects on a surface, with a question about colours, places or numbers.
struct ColoredObjects: ScalableGenerator {
  /// Different objects in an item; at least 3.
  private let objectCount: ClosedRange<Int>
  /// Groups of equal objects in an item of which some are taken away.
  private let groupCount: ClosedRange<Int>
  /// Kinds of which those groups are made, and colours; their pairs are at least as many as groups.
  private let groupedKindCount: Int

  let task = BigBenchHardTask.reasoningAboutColoredObjects
  let balancedAnswers: [String] = []

  init(_ difficulty: Difficulty) {
    (objectCount, groupCount, groupedKindCount) =
      switch difficulty {
      case .published: (3...6, 4...7, 3)
      case .hard: (7...9, 9...12, 4)
      case .hardest: (12...16, 16...20, 5)
      }
  }

  func makeItem(wanting answer: String?, from stream: inout SeededStream) -> GeneratedItem? {
    let kind = stream.element(of: ColoredObjectsQuestion.allCases)
    let surface = stream.element(of: ColoredObjectsTable.surfaces)
    guard kind != .remaining else { return remaining(on: surface, &stream) }
    let count = stream.integer(in: objectCount)
    let objects = stream.sample(count, of: ColoredObjectsTable.objects).map(\.singular)
    let colors = stream.sample(count, of: ColoredObjectsTable.colors)
    let row = zip(colors, objects).map { (color: $0, object: $1) }
    guard let (question, right) = kind.ask(of: row, &stream) else { return nil }
    let options = kind.options(upTo: objectCount.upperBound)
    guard let place = options.firstIndex(of: right) else { return nil }
    let list = Phrase.list(row.map { Phrase.indefinite("\($0.color) \($0.object)") })
    let opening = kind.needsRow ? "you see some objects lined up in a row:" : "you can see"
    return item("On the \(surface), \(opening) \(list). \(question)", options, place)
  }

  private func item(_ question: String, _ options: [String], _ right: Int) -> GeneratedItem {
    GeneratedItem(
      input: "\(question)\n\(OptionLetters.block(options))",
      target: OptionLetters.name(at: right)
    )
  }

  /// A question about what is left when all of one colour or kind are taken away.
  private func remaining(on surface: String, _ stream: inout SeededStream) -> GeneratedItem? {
    let kinds = stream.sample(groupedKindCount, of: ColoredObjectsTable.objects)
    let colors = stream.sample(groupedKindCount, of: ColoredObjectsTable.colors)
    let pairs = colors.flatMap { color in kinds.map { (color: color, kind: $0) } }
    let groups = stream.sample(stream.integer(in: groupCount), of: pairs).map { pair in
      (color: pair.color, kind: pair.kind, count: stream.integer(in: 1...3))
    }
    let list = Phrase.list(
      groups.map { group in
        let noun = group.count == 1 ? group.kind.singular : group.kind.plural
        return "\(Phrase.number(group.count)) \(group.color) \(noun)"
      })
    let (color, kind) = (groups[0].color, groups[1].kind)
    let removesKind = stream.chance(50)
    let left = groups.filter {
      removesKind
        ? $0.color == color && $0.kind.singular != kind.singular
        : $0.color != color && $0.kind.singular == kind.singular
    }
    let total = left.reduce(0) { $0 + $1.count }
    let question =
      removesKind
      ? "I take all the \(kind.plural) away. How many \(color) objects are left on it?"
      : "I take all the \(color) objects away. How many \(kind.plural) are left on it?"
    let options = (0...16).map(Phrase.number)
    guard options.indices.contains(total) else { return nil }
    return item("On the \(surface), there are \(list). \(question)", options, total)
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Datasets
import QuestionAnswering

/// Coloured objects on a surface, with a question about colours, places or numbers.
struct ColoredObjects: BigBenchHardGenerator {
  /// Different objects in an item; at least 3.
  var objectCount = 3...6

  let task = BigBenchHardTask.reasoningAboutColoredObjects
  let balancedAnswers: [String] = []

  func makeItem(wanting answer: String?, from stream: inout SeededStream) -> GeneratedItem? {
    let kind = stream.element(of: ColoredObjectsQuestion.allCases)
    let surface = stream.element(of: ColoredObjectsTable.surfaces)
    guard kind != .remaining else { return remaining(on: surface, &stream) }
    let count = stream.integer(in: objectCount)
    let objects = stream.sample(count, of: ColoredObjectsTable.objects).map(\.singular)
    let colors = stream.sample(count, of: ColoredObjectsTable.colors)
    let row = zip(colors, objects).map { (color: $0, object: $1) }
    guard let (question, right) = kind.ask(of: row, &stream) else { return nil }
    let options = kind.options
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
    let kinds = stream.sample(3, of: ColoredObjectsTable.objects)
    let colors = stream.sample(3, of: ColoredObjectsTable.colors)
    let pairs = colors.flatMap { color in kinds.map { (color: color, kind: $0) } }
    let groups = stream.sample(stream.integer(in: 4...7), of: pairs).map { pair in
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

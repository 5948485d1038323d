// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import Foundation

/// A draw of a generator as a set of examples, labelled generated, with the solutions that it tells.
///
/// Solutions are for readers of the files. They are no part of an ``Example`` or of a digest, so that
/// no workflow, feedback or optimizer can be given one.
package struct GeneratedSet: Sendable, Hashable {
  /// The items as every other set has them.
  package let exampleSet: ExampleSet
  /// The way to the answer of each item of which the generator tells it, by the item's name.
  package let solutions: [String: String]

  /// Draws distinct items of a generator.
  ///
  /// The set has the generator's name, and its items have names such as `navigate/generated-7/003`,
  /// or `navigate/generated-7-hard/003` when their sizes are not the published ones.
  ///
  /// - Parameters:
  ///   - generator: Makes the items.
  ///   - seed: Any number; equal seeds give equal items on every machine.
  ///   - count: How many items. A longer draw begins with the shorter one.
  ///   - difficulty: That of the generator's items, for their names.
  /// - Throws: ``DataError`` with code `exhausted` when there are fewer distinct items.
  package init(
    of generator: any ItemGenerator, seed: UInt64, count: Int, difficulty: Difficulty = .published
  ) throws(DataError) {
    var draw = ItemDraw(generator, from: SeededStream(seed: seed, name: generator.name))
    let items = try draw.items(count)
    let sizes = difficulty == .published ? "" : "-\(difficulty.rawValue)"
    let examples = items.enumerated().map { index, item in
      Example(
        id: "\(generator.name)/generated-\(seed)\(sizes)/\(ExampleNumber.text(index))",
        input: item.input, target: item.target)
    }
    exampleSet = ExampleSet(name: generator.name, label: .generated, examples: examples)
    let told = zip(examples, items).compactMap { example, item in
      item.solution.map { (example.id, $0) }
    }
    solutions = Dictionary(uniqueKeysWithValues: told)
  }

  /// The items in their order.
  package var examples: [Example] { exampleSet.examples }

  /// The items as text, one object a line, as ``JSONLines`` writes them.
  ///
  /// - Complexity: O(*n*) in the length of all texts.
  package var jsonLines: String { JSONLines.text(of: examples, solutions: solutions) }

  /// Writes sets as `<name>.jsonl`, replacing the files.
  ///
  /// - Parameters:
  ///   - sets: What to write.
  ///   - folder: Where to; it is created when it is not there.
  /// - Throws: ``DataError`` with code `unwritable`.
  package static func write(_ sets: [GeneratedSet], to folder: URL) throws(DataError) {
    for set in sets {
      let url = folder.appendingPathComponent(set.exampleSet.name + ".jsonl")
      try JSONLines.write(set.examples, solutions: set.solutions, to: url)
    }
  }
}

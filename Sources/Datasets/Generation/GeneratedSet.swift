// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import Foundation

/// Draws of generators as sets of examples, labelled generated.
package enum GeneratedSet {
  /// Draws distinct items of a generator.
  ///
  /// - Parameters:
  ///   - generator: Makes the items.
  ///   - seed: Any number; equal seeds give equal items on every machine.
  ///   - count: How many items. A longer draw begins with the shorter one.
  /// - Returns: A set of the generator's name, with items such as `navigate/generated-7/003`.
  /// - Throws: ``DataError`` with code `exhausted` when there are fewer distinct items.
  package static func draw(
    _ generator: any ItemGenerator, seed: UInt64, count: Int
  ) throws(DataError) -> ExampleSet {
    var draw = ItemDraw(generator, from: SeededStream(seed: seed, name: generator.name))
    let examples = try draw.items(count).enumerated().map { index, item in
      Example(
        id: "\(generator.name)/generated-\(seed)/\(ExampleNumber.text(index))", input: item.input,
        target: item.target)
    }
    return ExampleSet(name: generator.name, label: .generated, examples: examples)
  }

  /// Writes sets as `<name>.jsonl`, replacing the files.
  ///
  /// - Parameters:
  ///   - sets: What to write.
  ///   - folder: Where to; it is created when it is not there.
  /// - Throws: ``DataError`` with code `unwritable`.
  package static func write(_ sets: [ExampleSet], to folder: URL) throws(DataError) {
    for set in sets {
      try JSONLines.write(set.examples, to: folder.appendingPathComponent(set.name + ".jsonl"))
    }
  }
}

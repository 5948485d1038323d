// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Draws distinct items of one generator, balanced over its answers.
package struct ItemDraw {
  /// Attempts in a row that may fail before the generator counts as exhausted.
  static let patience = 5000

  private let generator: any ItemGenerator
  private var stream: SeededStream
  private var inputs: Set<String> = []
  private var wanted: [String] = []

  /// Prepares a draw; equal generators and streams draw equal items, and a longer draw begins with
  /// the shorter one.
  package init(_ generator: any ItemGenerator, from stream: SeededStream) {
    self.generator = generator
    self.stream = stream
  }

  /// The next items, none of which has the input of an earlier one.
  ///
  /// - Parameter count: How many.
  /// - Returns: As many items as asked for, of each balanced answer equally many, give or take one.
  /// - Throws: ``DataError`` with code `exhausted` when no new item with a wanted answer turns up
  ///   in 5,000 attempts.
  package mutating func items(_ count: Int) throws(DataError) -> [GeneratedItem] {
    var items: [GeneratedItem] = []
    while items.count < count { items.append(try next()) }
    return items
  }

  private mutating func next() throws(DataError) -> GeneratedItem {
    if wanted.isEmpty { wanted = stream.shuffled(generator.balancedAnswers) }
    for _ in 0..<Self.patience {
      guard let item = generator.makeItem(wanting: wanted.last, from: &stream) else { continue }
      if let answer = wanted.last, item.target != answer { continue }
      guard inputs.insert(item.input).inserted else { continue }
      _ = wanted.popLast()
      return item
    }
    throw DataError(
      .exhausted,
      "the generator of \(generator.name) has no further distinct items after "
        + "\(inputs.count): ask for fewer."
    )
  }
}

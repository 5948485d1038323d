// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Makes items of one form, in words of our own, each with a proven answer.
package protocol ItemGenerator: Sendable {
  /// The name of the task that the items belong to.
  var name: String { get }

  /// The answers of which a draw has equal numbers; empty when the answers are no short list.
  var balancedAnswers: [String] { get }

  /// Makes one item.
  ///
  /// - Parameters:
  ///   - answer: The answer that the draw needs next, or `nil` when any will do. It saves work to
  ///     aim at it; an item with another answer is thrown away.
  ///   - stream: Where all randomness comes from.
  /// - Returns: An item, or `nil` when this attempt came to nothing and another one may succeed.
  func makeItem(wanting answer: String?, from stream: inout SeededStream) -> GeneratedItem?
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// What an error is about: a key of a request, or one of its words.
package struct PlanPlace: Sendable, Hashable {
  /// The key.
  package let key: PlanKey
  /// The word; nil for the key itself.
  package let word: String?

  /// Names a key or a word of it.
  package init(_ key: PlanKey, _ word: String? = nil) {
    self.key = key
    self.word = word
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// One item of a data set: what the workflow is given and the answer that counts as right.
public struct Example: Sendable, Hashable, Codable {
  /// The item's name, unique in its set.
  public let id: String

  /// The text that the workflow is given.
  public let input: String

  /// The answer that scoring compares with; never part of what the workflow is given.
  public let target: String

  /// Creates an example.
  ///
  /// - Parameters:
  ///   - id: A name that no other item of the set has.
  ///   - input: The text that the workflow is given.
  ///   - target: The answer that scoring compares with.
  public init(id: String, input: String, target: String) {
    self.id = id
    self.input = input
    self.target = target
  }
}

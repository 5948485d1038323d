// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// The name of one example within its task.
public struct ExampleID: RawRepresentable, Sendable, Hashable, Codable, CustomStringConvertible {
  /// The name, unique in its task.
  public let rawValue: String

  /// Creates an identifier.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The name.
  public var description: String { rawValue }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// A state of a suite's tasks that needs no search, such as an expert's: a bound for optimizers,
/// which a plan names like one of them.
public struct ReferencePolicy: Sendable, Hashable {
  /// The name on the command line and in records, unlike that of any optimizer.
  public let name: String
  /// One sentence that says what it does.
  public let summary: String
  /// Where it was published, or what it bounds.
  public let source: String

  /// Creates a policy.
  public init(name: String, summary: String, source: String) {
    self.name = name
    self.summary = summary
    self.source = source
  }
}

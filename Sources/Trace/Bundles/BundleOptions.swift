// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// How an operation treats what its body does beside computing a value.
public struct BundleOptions: Sendable {
  /// The base of the outputs' names when it is not the operation's name.
  public var outputName: String?
  /// Which errors of the body become exception nodes.
  public var failures: FailureRule
  /// Whether the body may read values of nodes that are not among its inputs.
  public var allowsExternalDependencies: Bool
  /// The operation's parameters, when calls are to be checked against them.
  public var signature: BundleSignature?
  /// The source text of the body, which annotates failures that have no annotation of their own.
  public var source: String?

  /// Creates options.
  public init(
    outputName: String? = nil,
    failures: FailureRule = .exceptionsOnly,
    allowsExternalDependencies: Bool = false,
    signature: BundleSignature? = nil,
    source: String? = nil
  ) {
    self.outputName = outputName
    self.failures = failures
    self.allowsExternalDependencies = allowsExternalDependencies
    self.signature = signature
    self.source = source
  }
}

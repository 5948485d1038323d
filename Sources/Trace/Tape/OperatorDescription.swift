// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// What an operation is called and what it does, as an optimizer reads it.
public struct OperatorDescription: Sendable, Equatable {
  /// The name, which is also the base of the names of its outputs.
  public let name: String
  /// What the operation does with its inputs, in one or a few sentences.
  public let summary: String
  /// The source text of the operation, when it is known.
  public let source: String?

  /// Creates a description.
  public init(name: String, summary: String, source: String? = nil) {
    self.name = name
    self.summary = summary
    self.source = source
  }

  /// The exception with the source text and its message, when the source is known and the exception
  /// has no annotated source of its own.
  func annotated(_ exception: OperatorException) -> OperatorException {
    guard exception.comment == nil, let source else { return exception }
    return OperatorException(
      type: exception.type,
      message: exception.message,
      comment: "\(source) <--- \(exception.summary).\n\(exception.summary).",
      stage: exception.stage
    )
  }

  /// The same operation when it has failed.
  var failed: OperatorDescription {
    OperatorDescription(
      name: name, summary: "The operation \(name) raised an exception.", source: source)
  }
}

extension OperatorDescription: Hashable {
  /// Hashes the name alone, since summaries are long and names hardly ever the same.
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

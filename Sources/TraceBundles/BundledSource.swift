// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

public import Trace

/// What ``Bundle(_:)`` keeps of a function: its name, its description and its source text.
public struct BundledSource: Sendable, Hashable {
  /// What the operation is called in the graph.
  public let name: String
  /// The comment above the function, without the list of its parameters.
  public let summary: String
  /// The source text of the function, without the attribute.
  public let source: String
  /// The file of the function as `module/file`.
  public let file: String
  /// The line of the function's name, from 1.
  public let line: Int

  /// Creates a record.
  public init(name: String, summary: String, source: String, file: String, line: Int) {
    self.name = name
    self.summary = summary
    self.source = source
    self.file = file
    self.line = line
  }

  /// How calls are recorded: failures are annotated with the source text.
  public var options: BundleOptions { BundleOptions(source: source) }

  /// One argument of a recorded call as a value of its type.
  ///
  /// - Throws: `BundleError` when the argument is of another type.
  public func argument<Value: TraceRepresentable>(
    _ place: Int, of arguments: [TraceValue]
  ) throws -> Value {
    guard let value = Value(traceValue: arguments[place]) else {
      throw BundleError(
        .badArguments,
        "\(name) takes a value of type \(Value.self) at place \(place), not one of type "
          + arguments[place].typeName)
    }
    return value
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// A function in source text as the method of one object.
///
/// Each object has a copy of the code of its own, so that training one object leaves the others as
/// they are. The object is the first input, called `self`.
public struct CodeMethod: Sendable {
  /// The function.
  public let function: CodeBundle
  /// The object.
  public let instance: TraceNode
  /// The object's own copy of the code.
  public let code: TraceNode

  /// Creates the method of an object.
  ///
  /// - Parameters:
  ///   - function: The function.
  ///   - code: The code that all objects begin with; it is copied.
  ///   - instance: The object.
  public init(_ function: CodeBundle, code: TraceNode, instance: TraceNode) {
    self.function = function
    self.instance = instance
    self.code = code.detached()
  }

  /// Calls the method and records its output.
  ///
  /// - Parameter inputs: The arguments after the object, by their names.
  /// - Returns: The node of the output.
  /// - Throws: As ``CodeBundle/callAsFunction(_:code:)``.
  public func callAsFunction(
    _ inputs: KeyValuePairs<String, any TraceOperand> = [:]
  ) async throws -> TraceNode {
    var arguments: [BundleSignature.Argument] = [("self", instance)]
    arguments += inputs.map { (key: $0.key, operand: $0.value) }
    return try await function.run(arguments, code: code)
  }
}

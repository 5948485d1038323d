// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

public import Trace

/// The parameters of a problem as nodes of one tape.
public struct BoundParameters: Sendable {
  /// The tape that records the forward pass.
  public let tape: Tape
  private let nodes: [String: TraceNode]

  /// Creates one parameter node for each specification, in order.
  public init(_ values: ParameterValues, of specifications: [ParameterSpecification], on tape: Tape)
  {
    self.tape = tape
    var nodes: [String: TraceNode] = [:]
    for specification in specifications {
      let value = values[specification.name] ?? specification.initialValue
      nodes[specification.name] = tape.parameterNode(value, for: specification)
    }
    self.nodes = nodes
  }

  /// The node of the parameter called `name`.
  ///
  /// - Throws: ``ProblemError`` when the problem has no such parameter.
  public func node(_ name: String) throws -> TraceNode {
    guard let node = nodes[name] else {
      throw ProblemError(.missingParameter, "the problem has no parameter called \(name)")
    }
    return node
  }

  /// Maps the name that a parameter has in the trace to its name in the problem.
  public var namesByPythonName: [String: String] {
    Dictionary(
      nodes.map { ($0.value.pythonName, $0.key) }, uniquingKeysWith: { first, _ in first })
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

public import Trace

extension Tape {
  /// Adds the node of a parameter, named after its specification.
  ///
  /// - Parameters:
  ///   - value: What the parameter holds in this forward pass.
  ///   - specification: Its name, summary and constraint, and whether optimizers may change it.
  /// - Returns: The parameter's node.
  public func parameterNode(
    _ value: TraceValue, for specification: ParameterSpecification
  ) -> TraceNode {
    parameter(
      value, named: specification.name, description: specification.summary,
      constraint: specification.shownConstraint, isTrainable: specification.isTrainable,
      isCode: specification.isCode)
  }
}

extension ParameterSpecification {
  /// Whether the value is the source text of a function.
  public var isCode: Bool {
    if case .code = kind { true } else { false }
  }

  /// What is shown to optimizers as the condition on new values: what the kind demands, and the
  /// condition in words.
  public var shownConstraint: String? {
    let parts = [kind.demand, constraint].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }
}

extension ParameterKind {
  /// What the kind demands of a value beyond its type, in words; nil when it demands nothing.
  fileprivate var demand: String? {
    switch self {
    case .text, .flag, .integer(nil), .real(nil): nil
    case .code(let signature): "The code should start with:\n\(signature.definitionLine)"
    case .integer(let bounds?): "a whole number from \(bounds.lowerBound) to \(bounds.upperBound)"
    case .real(let bounds?): "a number from \(bounds.lowerBound) to \(bounds.upperBound)"
    case .choice(let choices): "one of \(choices.joined(separator: ", "))"
    }
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// A program whose parameters are to be optimized.
///
/// A workflow is a type with ``Parameter`` properties and a function that records a forward pass.
/// Its parameters are found among its properties, and among those of workflows that it has as
/// properties.
///
/// ```swift
/// struct Greeter: Workflow {
///   let greeting = Parameter("greeting", "Hello", description: "what is said first")
///
///   func callAsFunction(_ name: Node<String>) throws -> Node<String> {
///     try greeting.node(on: name.tape) + ", " + name
///   }
/// }
/// ```
public protocol Workflow: Sendable {
  /// The parameters by name, each once.
  var parameters: [NamedParameter] { get }
}

/// A parameter and its name in a workflow.
public struct NamedParameter: Sendable {
  /// The name: that of the parameter, after those of the properties that lead to it and a dot each.
  public let name: String
  /// The parameter.
  public let parameter: any WorkflowParameter

  /// Creates an entry.
  public init(name: String, parameter: any WorkflowParameter) {
    self.name = name
    self.parameter = parameter
  }
}

extension Workflow {
  /// The parameters among the stored properties, in the order of the properties.
  ///
  /// A parameter that can be reached in several ways is found once, by its first name.
  ///
  /// - Complexity: O(*n*) in the number of properties.
  public var parameters: [NamedParameter] {
    var seen: Set<ObjectIdentifier> = []
    return reflectedParameters(of: self).filter {
      seen.insert(ObjectIdentifier($0.parameter)).inserted
    }
  }

  /// The parameter of a name, or nil when there is none.
  ///
  /// - Complexity: O(*n*) in the number of properties.
  public func parameter(named name: String) -> (any WorkflowParameter)? {
    parameters.first { $0.name == name }?.parameter
  }
}

private func reflectedParameters(of workflow: some Workflow) -> [NamedParameter] {
  Mirror(reflecting: workflow).children.flatMap { child -> [NamedParameter] in
    switch child.value {
    case let parameter as any WorkflowParameter:
      [NamedParameter(name: parameter.name, parameter: parameter)]
    case let inner as any Workflow:
      inner.parameters.map { entry in
        NamedParameter(
          name: [child.label, entry.name].compactMap(\.self).joined(separator: "."),
          parameter: entry.parameter)
      }
    default: []
    }
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// A recorded graph with feedback, written as a pseudo-program of the parameters.
///
/// This is what OptoPrime shows to its model (Cheng, Nie and Swaminathan, 2024, section 4.2). The
/// order everywhere is that of level and recording, so that the same graph gives the same text.
public struct FunctionView: Sendable, Hashable {
  /// One value of the program.
  public struct NamedValue: Sendable, Hashable {
    /// The name in the program, such as `x0`.
    public let name: String
    /// The type as Python calls it.
    public let typeName: String
    /// The value as Python prints it.
    public let text: String
    /// Whether the value is source text.
    public let isCode: Bool

    /// Creates a named value.
    public init(name: String, typeName: String, text: String, isCode: Bool = false) {
      self.name = name
      self.typeName = typeName
      self.text = text
      self.isCode = isCode
    }
  }

  /// What one operation of the program does.
  public struct Documentation: Sendable, Hashable {
    /// The name of the operation.
    public let name: String
    /// What it does.
    public let text: String

    /// Creates an entry.
    public init(name: String, text: String) {
      self.name = name
      self.text = text
    }
  }

  /// One operation of the program.
  public struct Operation: Sendable, Hashable {
    /// The name of what it gave.
    public let output: String
    /// The name of the operation.
    public let name: String
    /// The names of what it was given, in the order of its parameters.
    public let inputs: [String]

    /// Creates an operation.
    public init(output: String, name: String, inputs: [String]) {
      self.output = output
      self.name = name
      self.inputs = inputs
    }
  }

  /// A condition that the values of one variable have to meet.
  public struct Constraint: Sendable, Hashable {
    /// The type of the variable.
    public let typeName: String
    /// The name of the variable.
    public let name: String
    /// The condition in words.
    public let text: String

    /// Creates a constraint.
    public init(typeName: String, name: String, text: String) {
      self.typeName = typeName
      self.name = name
      self.text = text
    }
  }

  /// The operations, one a line, such as `add0 = add(x=x0, y=int0)`.
  public var code: [String]
  /// The operations as parts instead of lines, in the order of ``code``.
  public var operations: [Operation] = []
  /// What each operation does, once for each name.
  public var documentation: [Documentation]
  /// The trainable parameters.
  public var variables: [NamedValue]
  /// Conditions on the variables.
  public var constraints: [Constraint]
  /// Values that went into the program: constants, frozen parameters, and results that do not
  /// depend on a variable.
  public var inputs: [NamedValue]
  /// Values between inputs and outputs.
  public var others: [NamedValue]
  /// What the program gave.
  public var outputs: [NamedValue]
  /// What was right or wrong with the outputs.
  public var feedback: String

  /// Creates a view.
  public init(
    code: [String] = [],
    documentation: [Documentation] = [],
    variables: [NamedValue] = [],
    constraints: [Constraint] = [],
    inputs: [NamedValue] = [],
    others: [NamedValue] = [],
    outputs: [NamedValue] = [],
    feedback: String = ""
  ) {
    self.code = code
    self.documentation = documentation
    self.variables = variables
    self.constraints = constraints
    self.inputs = inputs
    self.others = others
    self.outputs = outputs
    self.feedback = feedback
  }
}

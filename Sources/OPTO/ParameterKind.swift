// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// What values a parameter can take.
public enum ParameterKind: Sendable, Hashable {
  /// Any text.
  case text
  /// Python source that defines a function with a fixed signature.
  case code(CodeSignature)
  /// A whole number, within bounds when there are any.
  case integer(ClosedRange<Int>?)
  /// A finite number, within bounds when there are any.
  case real(ClosedRange<Double>?)
  /// A truth value.
  case flag
  /// One of some texts.
  case choice([String])

  /// Whether values are numbers, flags or choices, which need no writing.
  public var isNumeric: Bool {
    switch self {
    case .text, .code: false
    case .integer, .real, .flag, .choice: true
    }
  }
}

/// The function that a code parameter has to define.
public struct CodeSignature: Sendable, Hashable {
  /// The name of the function.
  public let entryPoint: String
  /// The names of its parameters, in order.
  public let parameters: [String]

  /// Creates a signature.
  public init(entryPoint: String, parameters: [String]) {
    self.entryPoint = entryPoint
    self.parameters = parameters
  }

  /// The line with which the source has to begin its function.
  public var definitionLine: String {
    "def \(entryPoint)(\(parameters.joined(separator: ", "))):"
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

public import Trace

/// One parameter of a problem: its name, what it may be, where it starts.
public struct ParameterSpecification: Sendable, Hashable {
  /// The name, unique in its problem.
  public let name: String
  /// What values it can take.
  public let kind: ParameterKind
  /// The value with which every trial begins.
  public let initialValue: TraceValue
  /// What the parameter is for, shown to optimizers.
  public let summary: String
  /// A condition in words that every value has to meet, shown to optimizers.
  public let constraint: String?
  /// Texts that every value of a text or code parameter has to contain, such as a placeholder.
  public let requiredTexts: [String]
  /// Whether optimizers may change it.
  public let isTrainable: Bool

  /// Creates a specification.
  public init(
    name: String, kind: ParameterKind, initialValue: TraceValue, summary: String,
    constraint: String? = nil, requiredTexts: [String] = [], isTrainable: Bool = true
  ) {
    self.name = name
    self.kind = kind
    self.initialValue = initialValue
    self.summary = summary
    self.constraint = constraint
    self.requiredTexts = requiredTexts
    self.isTrainable = isTrainable
  }
}

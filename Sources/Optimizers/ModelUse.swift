// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

public import OPTO

/// When an optimizer asks a language model.
public enum ModelUse: Sendable, Hashable {
  /// Never.
  case never
  /// When a trainable parameter is a text or code.
  case forTexts
  /// On every problem.
  case always

  /// Whether a model is asked when the trainable parameters are of these kinds.
  public func asks(about kinds: [ParameterKind]) -> Bool {
    switch self {
    case .never: false
    case .forTexts: !kinds.allSatisfy(\.isNumeric)
    case .always: true
    }
  }
}

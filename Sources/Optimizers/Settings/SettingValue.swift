// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

public import CanonicalJSON

/// What a setting of an optimizer is set to.
public enum SettingValue: Sendable, Hashable {
  /// On or off.
  case flag(Bool)
  /// A whole number.
  case integer(Int)
  /// A number.
  case real(Double)
  /// One word of a list.
  case word(String)
  /// Some words of a list, in its order.
  case words([String])

  /// The value as it is written after the equals sign; words are separated by `/`.
  public var text: String {
    switch self {
    case .flag(let value): value ? "on" : "off"
    case .integer(let value): String(value)
    case .real(let value): "\(value)"
    case .word(let value): value
    case .words(let values): values.joined(separator: "/")
    }
  }

  /// The value as it is stored with a trial.
  public var jsonValue: JSONValue {
    switch self {
    case .flag(let value): .bool(value)
    case .integer(let value): .integer(value)
    case .real(let value): .real(value)
    case .word(let value): .string(value)
    case .words(let values): .array(values.map { .string($0) })
    }
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// One setting that an optimizer has: its name, what it can be, what it is unless it is set.
public struct SettingDeclaration: Sendable, Hashable {
  /// What values a setting takes.
  public enum Form: Sendable, Hashable {
    /// `on` or `off`; the name alone means `on`.
    case flag
    /// A whole number within bounds.
    case integer(ClosedRange<Int>)
    /// A number within bounds.
    case real(ClosedRange<Double>)
    /// One of some words.
    case word([String])
    /// Any of some words, separated by `/`.
    case words([String])
  }

  /// The name on the command line and in records.
  public let name: String
  /// What values it takes.
  public let form: Form
  /// What it is unless it is set.
  public let defaultValue: SettingValue
  /// One sentence part that says what it decides.
  public let summary: String

  /// What values it takes, in words.
  public var range: String {
    switch form {
    case .flag: "on or off"
    case .integer(let bounds): "a whole number from \(bounds.lowerBound) to \(bounds.upperBound)"
    case .real(let bounds): "a number from \(bounds.lowerBound) to \(bounds.upperBound)"
    case .word(let words): "one of \(words.joined(separator: ", "))"
    case .words(let words): "any of \(words.joined(separator: ", ")), separated by '/'"
    }
  }

  /// Reads a value of this setting, or gives nil when the text is none.
  func value(parsing text: String) -> SettingValue? {
    switch form {
    case .flag:
      switch text {
      case "on", "true": return .flag(true)
      case "off", "false": return .flag(false)
      default: return nil
      }
    case .integer(let bounds):
      return Int(text).flatMap { bounds.contains($0) ? .integer($0) : nil }
    case .real(let bounds):
      return Double(text).flatMap { bounds.contains($0) ? .real($0) : nil }
    case .word(let words):
      return words.contains(text) ? .word(text) : nil
    case .words(let words):
      let named = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
      guard named.allSatisfy(words.contains) else { return nil }
      return .words(words.filter(named.contains))
    }
  }

  /// The setting as it is written, such as `memory=5`, or `masked` for a flag that is on.
  func text(_ value: SettingValue) -> String {
    value == .flag(true) ? name : "\(name)=\(value.text)"
  }
}

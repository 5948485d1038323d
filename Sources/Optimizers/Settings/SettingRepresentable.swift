// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// A type that settings of optimizers can have.
public protocol SettingRepresentable: Sendable {
  /// Reads a value, or gives nil when it is of another type.
  init?(settingValue: SettingValue)
  /// The value as it is parsed and stored.
  var settingValue: SettingValue { get }
}

/// A setting that is one of some words: an enumeration whose raw values are the words.
public protocol SettingWord: SettingRepresentable, CaseIterable, RawRepresentable
where RawValue == String {}

extension SettingWord {
  /// Reads one of the words.
  public init?(settingValue: SettingValue) {
    guard case .word(let word) = settingValue else { return nil }
    self.init(rawValue: word)
  }

  /// The word.
  public var settingValue: SettingValue { .word(rawValue) }

  /// All words in their order.
  static var words: [String] { allCases.map(\.rawValue) }
}

extension Bool: SettingRepresentable {
  /// Reads a flag.
  public init?(settingValue: SettingValue) {
    guard case .flag(let value) = settingValue else { return nil }
    self = value
  }

  /// The flag.
  public var settingValue: SettingValue { .flag(self) }
}

extension Int: SettingRepresentable {
  /// Reads a whole number.
  public init?(settingValue: SettingValue) {
    guard case .integer(let value) = settingValue else { return nil }
    self = value
  }

  /// The number.
  public var settingValue: SettingValue { .integer(self) }
}

extension Double: SettingRepresentable {
  /// Reads a number.
  public init?(settingValue: SettingValue) {
    guard case .real(let value) = settingValue else { return nil }
    self = value
  }

  /// The number.
  public var settingValue: SettingValue { .real(self) }
}

extension Array: SettingRepresentable where Element: SettingWord {
  /// Reads some words.
  public init?(settingValue: SettingValue) {
    guard case .words(let words) = settingValue else { return nil }
    self = words.compactMap(Element.init(rawValue:))
  }

  /// The words.
  public var settingValue: SettingValue { .words(map(\.rawValue)) }
}

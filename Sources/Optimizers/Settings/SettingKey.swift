// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// A setting of an optimizer with the type of its values, by which the optimizer reads it.
public struct SettingKey<Value: SettingRepresentable>: Sendable {
  /// What the setting is, for lists and for reading it from text.
  public let declaration: SettingDeclaration
  /// What it is unless it is set.
  let defaultValue: Value

  private init(
    _ name: String, _ form: SettingDeclaration.Form, _ defaultValue: Value, _ summary: String
  ) {
    self.defaultValue = defaultValue
    declaration = SettingDeclaration(
      name: name, form: form, defaultValue: defaultValue.settingValue, summary: summary)
  }
}

extension SettingKey where Value == Bool {
  /// A setting that is on or off.
  public init(_ name: String, default isOn: Bool, _ summary: String) {
    self.init(name, .flag, isOn, summary)
  }
}

extension SettingKey where Value == Int {
  /// A setting that is a whole number within bounds.
  public init(_ name: String, default number: Int, in bounds: ClosedRange<Int>, _ summary: String) {
    self.init(name, .integer(bounds), number, summary)
  }
}

extension SettingKey where Value == Double {
  /// A setting that is a number within bounds.
  public init(
    _ name: String, default number: Double, in bounds: ClosedRange<Double>, _ summary: String
  ) {
    self.init(name, .real(bounds), number, summary)
  }
}

extension SettingKey where Value: SettingWord {
  /// A setting that is one of the words of an enumeration.
  public init(_ name: String, default word: Value, _ summary: String) {
    self.init(name, .word(Value.words), word, summary)
  }
}

extension SettingKey {
  /// A setting that is any of the words of an enumeration.
  public init<Word: SettingWord>(
    _ name: String, default words: [Word] = [], _ summary: String
  ) where Value == [Word] {
    self.init(name, .words(Word.words), words, summary)
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

public import CanonicalJSON

/// The settings of one optimizer that differ from what they are unless they are set.
public struct OptimizerSettings: Sendable, Hashable {
  private struct Entry: Sendable, Hashable {
    let declaration: SettingDeclaration
    let value: SettingValue
  }

  private var entries: [Entry] = []

  /// Every setting is what it is unless it is set.
  public init() {}

  /// Reads settings of an optimizer that were given by name.
  ///
  /// - Parameters:
  ///   - pairs: Names and values as text; a value that is nil sets a flag to `on`.
  ///   - declarations: The settings that the optimizer has.
  ///   - optimizer: Its name, for messages.
  /// - Throws: ``OptimizerSpellingError`` for an unknown or repeated name and for a value that the
  ///   setting does not take.
  init(
    _ pairs: [(name: String, value: String?)], of declarations: [SettingDeclaration],
    optimizer: String
  ) throws(OptimizerSpellingError) {
    var named: [String: SettingValue] = [:]
    for pair in pairs {
      guard let declaration = declarations.first(where: { $0.name == pair.name }) else {
        throw .unknownSetting(pair.name, of: optimizer, known: declarations.map(\.name))
      }
      guard let value = declaration.value(parsing: pair.value ?? "on") else {
        throw .unusableValue(pair.value, of: declaration, optimizer: optimizer)
      }
      guard named.updateValue(value, forKey: pair.name) == nil else {
        throw OptimizerSpellingError(
          "the setting '\(pair.name)' of '\(optimizer)' is given twice: give it once")
      }
    }
    entries = declarations.compactMap { declaration in
      named[declaration.name].flatMap { value in
        value == declaration.defaultValue ? nil : Entry(declaration: declaration, value: value)
      }
    }
  }

  /// What a setting is.
  public subscript<Value>(key: SettingKey<Value>) -> Value {
    let entry = entries.first { $0.declaration.name == key.declaration.name }
    return entry.flatMap { Value(settingValue: $0.value) } ?? key.defaultValue
  }

  /// Whether every setting is what it is unless it is set.
  public var isEmpty: Bool { entries.isEmpty }

  /// The settings that differ, as they are written: `memory=5+masked`.
  public var text: String {
    entries.map { $0.declaration.text($0.value) }.joined(separator: "+")
  }

  /// The settings that differ, as they are stored with a trial.
  public var jsonMembers: [JSONValue.Member] {
    entries.map { JSONValue.Member($0.declaration.name, $0.value.jsonValue) }
  }
}

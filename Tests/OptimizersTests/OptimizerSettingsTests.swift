// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Optimizers
import Testing

struct OptimizerSettingsTests {
  static func optimizer(_ text: String) throws -> OptimizerDescription {
    try #require(try OptimizerCatalog.optimizer(spelled: text))
  }

  static func message(_ text: String) -> String? {
    do throws(OptimizerSpellingError) {
      _ = try OptimizerCatalog.optimizer(spelled: text)
      return nil
    } catch {
      return error.description
    }
  }

  @Test(arguments: [
    ("optoprime", "optoprime"),
    ("optoprime:memory=0", "optoprime"),
    ("optoprime:masked+memory=5", "optoprime:memory=5+masked"),
    ("optoprime:masked=on+schema=off", "optoprime:masked+schema=off"),
    ("optoprime:mask=outputs/code", "optoprime:mask=code/outputs"),
    ("optoprime:heat=0.50", "optoprime:heat=0.5"),
    ("opro:memory=3", "opro:memory=3"),
  ])
  func theNameTellsTheSettingsInOneCanonicalForm(text: String, name: String) throws {
    let optimizer = try Self.optimizer(text)
    #expect(optimizer.name == name)
    #expect(try Self.optimizer(name).name == name)
  }

  @Test func whatDiffersIsStoredWithItsType() throws {
    let chosen = try Self.optimizer("optoprime:format=xml+mask=code/inputs+heat=1+memory=2").chosen
    let expected: JSONValue = [
      "format": "xml", "heat": 1.0, "mask": ["code", "inputs"], "memory": 2,
    ]
    #expect(JSONValue.object(chosen.jsonMembers).canonicalText == expected.canonicalText)
    #expect(try Self.optimizer("optoprime:memory=0+masked=off").chosen.isEmpty)
  }

  @Test(arguments: [
    ("optoprime:memry=5", "'memry' is no setting of 'optoprime': did you mean 'memory'?"),
    (
      "optoprime:memory=many",
      "the setting 'memory' of 'optoprime' takes a whole number from 0 to 1000, not 'many'"
    ),
    (
      "optoprime:memory",
      "the setting 'memory' of 'optoprime' takes a whole number from 0 to 1000, so write "
        + "'memory=' and the value"
    ),
    (
      "optoprime:format=yaml",
      "the setting 'format' of 'optoprime' takes one of json, xml, not 'yaml'"
    ),
    ("optoprime:masked+masked", "the setting 'masked' of 'optoprime' is given twice: give it once"),
    ("noop:memory=1", "the optimizer 'noop' has no settings: name it alone"),
  ])
  func aWrongSettingIsNamedWithTheWayOut(text: String, message: String) {
    #expect(Self.message(text) == message)
  }

  @Test func anEmptySettingIsRefused() {
    #expect(Self.message("optoprime:")?.hasPrefix("'' is no setting of 'optoprime'") == true)
    #expect(Self.message("optoprime:masked+")?.hasPrefix("'' is no setting") == true)
  }

  @Test func aNameThatIsNoOptimizerIsLeftToWhoeverAsks() throws {
    #expect(try OptimizerCatalog.optimizer(spelled: "magic:memory=1") == nil)
  }

  @Test func settingsOfAPlanFileAreReadByNameAndValue() throws {
    let optimizer = try Self.optimizer("optoprime").configured(by: [
      (name: "memory", value: "5"), (name: "masked", value: nil),
    ])
    #expect(optimizer.name == "optoprime:memory=5+masked")
  }

  @Test(arguments: OptimizerCatalog.all.map(\.name))
  func everySettingHasItsDefaultInItsRangeAndASummary(name: String) throws {
    let optimizer = try Self.optimizer(name)
    #expect(Set(optimizer.settings.map(\.name)).count == optimizer.settings.count)
    for setting in optimizer.settings {
      #expect(!setting.summary.isEmpty)
      guard !setting.defaultValue.text.isEmpty else { continue }
      let pair = (name: setting.name, value: Optional(setting.defaultValue.text))
      #expect(try optimizer.configured(by: [pair]).chosen.isEmpty)
    }
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import LanguageModels
import Testing

struct AnswerScriptTests {
  private func texts(_ json: String, _ prompts: String...) async throws -> [String] {
    let model = try AnswerScript(json: json, file: "folder/a script.json").makeModel()
    var texts: [String] = []
    for prompt in prompts {
      texts.append(try await model.answer(ModelRequest([.user(prompt)])).text)
    }
    return texts
  }

  @Test func theFirstRuleThatFitsAnswersThenTheListThenTheRest() async throws {
    let json = """
      {"rules": [{"contains": ["red", "blue"], "answer": "both"},
                 {"contains": ["red"], "answer": {"colour": "red"}}],
       "answers": ["one", "two"], "otherwise": "none"}
      """
    let texts = try await texts(json, "x", "red", "blue and red", "y", "z", "red")
    #expect(texts == ["one", #"{"colour":"red"}"#, "both", "two", "none", #"{"colour":"red"}"#])
  }

  @Test func whenNothingIsLeftTheCallFails() async throws {
    let error = await #expect(throws: LanguageModelError.self) {
      try await texts(#"{"answers": ["one"]}"#, "a", "b")
    }
    #expect(error?.code == .outOfScript)
  }

  @Test func anotherContentIsAnotherModelAndAnotherFolderIsNot() throws {
    func identity(_ json: String, _ file: String) throws -> String {
      try AnswerScript(json: json, file: file).identity.description
    }
    let first = try identity(#"{"otherwise": "a"}"#, "here/s.json")
    #expect(first.hasPrefix("scripted/s.json@"))
    #expect(try identity(#"{ "otherwise": "a" }"#, "/there/s.json") == first)
    #expect(try identity(#"{"otherwise": "b"}"#, "here/s.json") != first)
    let spaced = try identity(#"{"otherwise": "a"}"#, "a b.json")
    #expect(ModelIdentity(spaced)?.description == spaced)
  }

  @Test(arguments: [
    "[", "{}", "3", #"{"rules": [{"contains": "x", "answer": "y"}]}"#,
    #"{"rules": [{"contains": ["x"]}]}"#, #"{"rules": [{"contains": [], "answer": "y"}]}"#,
  ])
  func whatIsNoScriptIsRefusedByName(json: String) {
    let error = #expect(throws: LanguageModelError.self) {
      try AnswerScript(json: json, file: "s.json")
    }
    #expect(error?.message.contains("s.json") == true)
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import LanguageModels
import OPTO
import Testing
import Trace

@testable import Optimizers

struct OptoPrimeFormatTests {
  static func system(_ settings: String) async throws -> (system: String, user: String) {
    let model = ScriptedLanguageModel(answers: ["{}"])
    var optimizer = try OptoPrimeTests.optimizer("optoprime:\(settings)", model)
    _ = try await optimizer.propose(from: try await OptoPrimeTests.signal())
    let messages = try #require(model.requests.first).messages
    return (messages[0].content, messages[1].content)
  }

  @Test func blocksShowValuesAndConstraintsWithoutEscapes() async throws {
    let (system, user) = try await Self.system("format=xml")
    #expect(
      user.contains(
        """
        #Variables
        <variable name="number0" type="int">
        <value>
        3
        </value>
        <constraint>
        a whole number from -5 to 50
        </constraint>
        </variable>

        #Inputs
        <node name="offset0" type="int">
        """))
    #expect(!user.contains("#Constraints"))
    #expect(system.contains("<reasoning>") && !system.contains("JSON"))
  }

  @Test func aLongValueThatIsNoVariableIsCutInBlocks() {
    let value = FunctionView.NamedValue(
      name: "x0", typeName: "str", text: String(repeating: "a", count: 2001))
    #expect(ValueBlock(value, tag: "node", limit: 2000).text.contains("a ... (cut)"))
    #expect(!ValueBlock(value, tag: "variable").text.contains("cut"))
  }

  @Test(arguments: [
    (
      """
      <reasoning>Not <variable><name>a</name><value>0</value></variable></reasoning>
      <variable>
      <name> a </name>
      <value>
      line 1
      </value> stays
      </value>
      </variable>
      <variable><name>b</name><value>2</value></variable>
      """, ["a": "line 1\n</value> stays", "b": "2"]
    ),
    (
      "<variable><name>a</name><value>x</variable></value></variable>",
      ["a": "x</variable>"]
    ),
    ("<reasoning>cut <variable><name>a</name><value>1</value></variable>", ["a": "1"]),
  ])
  func blocksAreReadAtTheTopLevel(text: String, expected: [String: JSONValue]) throws {
    let answer = try #require(OptimizerAnswer.read(text, readsBlocks: true))
    let read = Dictionary(
      answer.suggestions.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    #expect(read == expected)
    #expect(answer.path == .blocks)
  }

  @Test func anAnswerInJSONIsUnderstoodWhereBlocksWereAskedFor() {
    #expect(
      OptimizerAnswer.read(#"{"suggestion":{"a":1}}"#, readsBlocks: true)?.path == .json)
    #expect(OptimizerAnswer.read("<variable><name>a</name>", readsBlocks: true) == nil)
    #expect(OptimizerAnswer.read("TERMINATE", readsBlocks: true)?.path == .terminated)
  }

  @Test func otherHeadingsDoNotTouchTheData() async throws {
    let (system, user) = try await Self.system("headings=markdown")
    #expect(user.contains("## Variables\n(int) number0=3"))
    #expect(system.contains("- ## Code: the operations"))
    #expect(!user.contains("\n#Code"))
    let plain = try await Self.system("headings=capitals")
    #expect(plain.system.contains("Use the names of VARIABLES as"))
    #expect(plain.user.contains("FEEDBACK:\nThe sum has to be larger."))
  }

  @Test func thePapersMaskLeavesVariablesOutputsAndFeedback() async throws {
    let (_, user) = try await Self.system("masked+mask=outputs")
    #expect(user.contains("#Code\n\n\n#Documentation\n\n\n#Variables\n(int) number0=3"))
    #expect(user.contains("#Inputs\n\n\n#Others\n\n\n#Outputs\n\n\n#Feedback\nThe sum"))
  }

  @Test func theExampleStandsInTheSystemMessageAndTheProblemStaysWhole() async throws {
    let (system, user) = try await Self.system("example+memory=2+highlight")
    #expect(system.contains("(int) a0=2") && system.contains("\"a0\": 6"))
    #expect(user.hasPrefix("This is the problem:"))
    #expect(user.contains("for these variables: number0?"))
    let blocks = try await Self.system("example+format=xml")
    #expect(blocks.system.contains("<name>a0</name>"))
  }

  @Test func severalProposalsClimbALadderOfTemperatures() async throws {
    let model = ScriptedLanguageModel { (_, index) throws(LanguageModelError) in
      #"{"suggestion":{"number0":\#(index)}}"#
    }
    var optimizer = try OptoPrimeTests.optimizer("optoprime:candidates=3+heat=1", model)
    let proposals = try await optimizer.candidates(from: try await OptoPrimeTests.signal())
    #expect(proposals.map { $0.values["number"] } == [0, 1, 2])
    #expect(model.requests.map(\.temperature) == [0, 0.5, 1])
    #expect(model.requests.map { $0.seed == nil } == [true, false, false])
    #expect(Set(model.requests.map(\.digest)).count == 3)
  }
}

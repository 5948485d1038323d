// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Testing
import Trace

struct WorkflowTests {
  struct Tool: Workflow {
    let limit = Parameter("limit", 3, description: "how many results")
  }

  struct Agent: Workflow {
    let prompt = Parameter("prompt", "Answer: {question}", constraint: "has {question}")
    let code = Parameter("solve", "def solve(): pass", isTrainable: false, isCode: true)
    let tool = Tool()
    let sameAgain: Parameter<String>
    let other = 5

    init() { sameAgain = prompt }
  }

  @Test func parametersAreFoundByNameEachOnce() {
    let agent = Agent()
    #expect(agent.parameters.map(\.name) == ["prompt", "solve", "tool.limit"])
    #expect(agent.parameter(named: "tool.limit") === agent.tool.limit)
    #expect(agent.parameter(named: "limit") == nil)
  }

  @Test func parameterIsRecordedOnceForEachTape() throws {
    let agent = Agent()
    let tape = Tape()
    let node = agent.prompt.node(on: tape)
    agent.prompt.value = "changed"
    #expect(agent.prompt.node(on: tape) == node)
    #expect(agent.prompt.node(on: tape).value == "Answer: {question}")
    #expect(agent.prompt.node(on: Tape()).value == "changed")
    #expect(node.untyped.isTrainable && node.untyped.constraint == "has {question}")
    let code = agent.code.node(on: tape).untyped
    #expect(code.isCode && !code.isTrainable && code.name == "solve:0")
    #expect(agent.tool.limit.node(on: tape).untyped.summary == "how many results")
    #expect(tape.invariantViolations == [])
  }

  @Test func updateKeepsTheType() {
    let agent = Agent()
    #expect(!agent.tool.limit.update(to: "four"))
    #expect(agent.tool.limit.value == 3)
    #expect(agent.tool.limit.update(to: 4))
    #expect(agent.tool.limit.value == 4)
  }

  @Test func savedValuesAreLoadedIntoAnotherWorkflow() throws {
    let agent = Agent()
    agent.prompt.value = "Say \"x\"\n{question}"
    agent.tool.limit.value = 7
    let text = agent.saved()
    #expect(
      text == """
        {
          "format": "optobench-trace-parameters",
          "version": 1,
          "parameters": {
            "prompt": "Say \\"x\\"\\n{question}",
            "solve": "def solve(): pass",
            "tool.limit": 7
          }
        }

        """)
    let copy = Agent()
    try copy.load(text)
    #expect(copy.prompt.value == agent.prompt.value)
    #expect(copy.tool.limit.value == 7)
    #expect(copy.saved() == text)
  }

  @Test(arguments: [
    ("\"tool.limit\": 7", "\"tool.limit\": \"7\"", "is of type str"),
    ("\"tool.limit\": 7", "\"limit\": 7", "no value for tool.limit"),
    ("\"tool.limit\": 7", "\"tool.limit\": 7, \"more\": 1", "a value for more"),
    ("\"version\": 1", "\"version\": 2", "in a version after 1"),
    ("trace-parameters", "something", "not of the format"), ("}", "", "line "),
  ])
  func textThatDoesNotFitIsRefusedAndChangesNothing(
    old: String, new: String, message: String
  ) throws {
    let agent = Agent()
    agent.tool.limit.value = 7
    agent.prompt.value = "new"
    let text = agent.saved().replacing(old, with: new)
    let copy = Agent()
    let error = #expect(throws: JSONError.self) { try copy.load(text) }
    #expect(error?.description.contains(message) == true)
    #expect(copy.prompt.value == "Answer: {question}" && copy.tool.limit.value == 3)
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import LanguageModels
import OPTO
import Testing
import Trace

@testable import Optimizers

struct OPROTests {
  @Test func everythingTriedIsShownOldestFirstWithoutTheTrace() async throws {
    let problem = CountingProblem(goal: 9)
    let model = ScriptedLanguageModel { (_, index) throws(LanguageModelError) in
      #"{"suggestion":{"number":\#(index + 20)}}"#
    }
    var optimizer = OPRO(
      OptimizerContext(
        parameters: problem.parameters, objective: "Reach the goal.", model: model,
        seed: Seed(rawValue: 0), proposalTokens: 100))
    var values = ParameterValues(initialOf: problem.parameters)
    for example in problem.exampleIDs(in: .train).prefix(3) {
      let signal = try await TraceOracle(problem).query(example, with: values).signal
      values = try await optimizer.propose(from: signal).values
    }
    #expect(values["number"] == 22)
    #expect(
      model.requests.last?.messages.last?.content == """
        What has to be reached:
        Reach the goal.

        The variables:
        - number: the number that is added to; condition: a whole number from -5 to 50

        What was tried:
        {
          "variables": {
            "number": 0
          },
          "feedback": "The sum has to be larger."
        }
        {
          "variables": {
            "number": 20
          },
          "feedback": "The sum has to be smaller."
        }
        {
          "variables": {
            "number": 21
          },
          "feedback": "The sum has to be smaller."
        }

        Suggest values that will get better feedback than all of these.
        """)
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import BenchmarkSuites
import Datasets
import GSM8KEnvironment
import Testing

struct WorkedSolutionTests {
  @Test(arguments: GSM8KTask.allCases)
  func everyStepFollowsFromTheStoryAndTheLastIsTheAnswer(task: GSM8KTask) throws {
    for seed in 0..<ItemCheck.seeds {
      let set = try GeneratedGSM8K.draw(task, seed: seed, count: 100)
      #expect(Set(set.solutions.keys) == Set(set.examples.map(\.id)))
      for problem in set.examples {
        let text = try #require(set.solutions[problem.id])
        if let fault = try fault(of: #require(WorkedSolution(text), "\(text)"), for: problem) {
          Issue.record("\(problem.id): \(fault)\n\(problem.input)\n\(text)")
          return
        }
      }
    }
  }

  @Test(arguments: [
    (GSM8KTask.wordProblems, 1...8), (.shortProblems, 1...2), (.longProblems, 5...8),
    (.distractingProblems, 1...8), (.composedProblems, 5...8),
  ])
  func aTaskHasProblemsOfEachOfItsLengths(task: GSM8KTask, lengths: ClosedRange<Int>) throws {
    let set = try GeneratedGSM8K.draw(
      task, seed: GeneratedGSM8K.frozenSeed, count: GeneratedGSM8K.frozenCount)
    let counts = Set(set.solutions.values.compactMap { WorkedSolution($0)?.steps.count })
    #expect(counts == Set(lengths))
  }

  /// A workflow is asked `input`, and feedback may tell `target`; there is no other text.
  @Test(arguments: GSM8KTask.allCases)
  func noSolutionIsPartOfAnItemOrItsDigest(task: GSM8KTask) async throws {
    let set = try GeneratedGSM8K.draw(
      task, seed: GeneratedGSM8K.frozenSeed, count: GeneratedGSM8K.frozenCount)
    let plain = ExampleSet(
      name: set.exampleSet.name, label: .generated,
      examples: set.examples.map { Example(id: $0.id, input: $0.input, target: $0.target) })
    #expect(set.exampleSet == plain)
    let id = TaskID(suite: "gsm8k", name: task.rawValue)
    #expect(try await GSM8KSuite().split(of: id, from: .generated).examples == plain.examples)
    for example in set.examples {
      #expect(!example.input.contains("<<"))
      #expect(!example.input.contains("####"))
    }
  }

  /// The first thing that is wrong with a solution, or nil when nothing is.
  private func fault(of solution: WorkedSolution, for problem: Example) -> String? {
    var known = Rational.all(in: problem.input).union(constants(of: problem.input))
    for (index, step) in solution.steps.enumerated() {
      let place = "step \(index + 1)"
      if step.value != step.result { return "\(place) is not \(step.result)" }
      if step.valueOfWords != step.result { return "\(place) says something else in words" }
      if step.result != step.result.floor { return "\(place) gives no whole number" }
      if !(1...1_000_000).contains(step.result.numerator) { return "\(place) leaves the range" }
      if !step.operands.isSubset(of: known) { return "\(place) uses a number from nowhere" }
      let later = solution.steps[(index + 1)...]
      if !later.isEmpty, !later.contains(where: { $0.operands.contains(step.result) }) {
        return "nothing comes of \(place)"
      }
      known.insert(step.result)
    }
    if solution.answer != problem.target { return "the answer is another" }
    return solution.steps.last?.result.description == problem.target
      ? nil : "the last step is not the answer"
  }

  /// What a step may use beside the numbers of the story and earlier results.
  private func constants(of text: String) -> Set<Rational> {
    var constants: Set<Rational> = []
    if text.contains("A rectangular ") { constants.insert(2) }
    if text.contains(" minutes every day.") { constants.insert(7) }
    if text.contains("How many hours without rest") { constants.insert(60) }
    if text.contains(" percent") { constants.insert(100) }
    if text.contains("will their ages add up to") {
      let people = text.matches(
        of: #/ years old\.| years (older|younger) than | times as old as /#)
      constants.insert(Rational(people.count))
    }
    return constants
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchmarkSuites
import OPTO
import Runner
import Testing

struct PlanFileTests {
  static let models = ModelPair(task: "openai/a", optimizer: "openai/b")

  static func plan(_ text: String) throws(PlanError) -> RunPlan {
    try PlanFile(text: text, name: "p.yaml", models: models).plan(jobs: 2)
  }

  static func message(_ text: String) -> String? {
    do throws(PlanError) {
      _ = try plan(text)
      return nil
    } catch {
      return error.message
    }
  }

  static let comparison = """
    # two suites, two pairs of models
    suites:
      - suite: bbh
        tasks: [navigate, word_sorting]
        budgets: [{steps: 3}, {calls: 100, tokens: 5000}]
      - suite: numerical
        tasks: program
        optimizers: noop
    optimizers: [noop, optoprime]
    models:
      - openai/one
      - {task: openai/one, optimizer: openai/two}
    seeds: [0, 7]
    exclude:
      - {suite: bbh, task: navigate, optimizer: optoprime, seed: 7}
      - {optimizer-model: openai/two, optimizer: noop}
    """

  @Test func aPlanIsTheProductOfItsListsLessItsExclusions() throws {
    let plan = try Self.plan(Self.comparison)
    // BBH: 2 pairs x 2 budgets x 2 tasks x 2 seeds x 2 optimizers = 32, less navigate with
    // OptoPrime and seed 7 (4) and the control with the second pair (8).
    #expect(plan.groups[0].trials.count == 20)
    // Numerical: 2 pairs x 2 seeds, less the control with the second pair.
    #expect(plan.groups[1].trials.count == 2)
    #expect(plan.trials.count == 22)
    let budgets = Set(plan.groups[0].trials.map(\.budget))
    #expect(budgets == [Budget(steps: 3), Budget(modelCalls: 100, tokens: 5000)])
    #expect(Set(plan.trials.map(\.models.task)) == ["openai/one"])
    #expect(
      !plan.trials.contains {
        $0.task.name == "navigate" && $0.optimizer == "optoprime" && $0.seed.rawValue == 7
      })
  }

  @Test func whatAFileLeavesOutIsWhatTheCommandLineLeavesOut() throws {
    let request = PlanRequest(models: [Self.models])
    #expect(try Self.plan("suites: bbh").digest == request.plan().digest)
    var other = request
    other.seeds = [0, 1]
    #expect(try Self.plan("{suites: [bbh], seeds: 2}").digest == other.plan().digest)
    #expect(try Self.plan("suites: bbh").digest != other.plan().digest)
  }

  @Test(arguments: [
    comparison, "suites: [bbh, numerical]",
    "{suites: {suite: traffic, optimizers: all}, protocols: all}",
    "{suites: bbh, protocols: [quick, 'quick:test=50+steps=4', 'paper:test=50']}",
    "{suites: bbh, data: official, data-dir: 'a folder: with colon', optimizers: random}",
  ])
  func aPrintedPlanIsReadAsTheSamePlan(text: String) throws {
    let plan = try Self.plan(text)
    let printed = try PlanText(plan).yaml()
    let again = try Self.plan(printed)
    #expect(again.digest == plan.digest, "\(printed)")
    #expect(again.trials == plan.trials)
    #expect(again.groups.map(\.namesEveryOptimizer) == plan.groups.map(\.namesEveryOptimizer))
  }

  @Test(arguments: [
    ("suites: bhb", "p.yaml:1: suites names an unknown suite 'bhb': did you mean 'bbh'?"),
    (
      "suites:\n  - suite: bbh\n    tasks:\n      - navigate\n      - word_sortin",
      "p.yaml:5: tasks names an unknown task 'word_sortin': did you mean 'word_sorting'?"
    ),
    (
      "suites: bbh\noptimizer: [noop]",
      "p.yaml:2: the plan names an unknown key 'optimizer': did you mean 'optimizers'?"
    ),
    (
      "suites: bbh\noptimizers: [noop,\n  optoprim]",
      "p.yaml:3: optimizers names an unknown optimizer 'optoprim': did you mean 'optoprime'?"
    ),
    (
      "suites: bbh\nprotocols: 'quick:tests=50'",
      "p.yaml:2: protocols names an unknown setting of a protocol 'tests': did you mean 'test'?"
    ),
    (
      "suites: bbh\nprotocols: [paper, 'quick:test=0']",
      "p.yaml:2: protocols: test takes a whole number from 1 to 1000000, not '0'"
    ),
    (
      "suites: bbh\nprotocols: quik",
      "p.yaml:2: protocols names an unknown protocol 'quik': did you mean 'quick'?"
    ),
    ("suites: bbh\nseeds: 0", "p.yaml:2: seeds takes a whole number from 1 to 1000, not '0'"),
    ("suites: bbh\nseeds: [0, -1]", "p.yaml:2: seeds takes a whole number from 0, not '-1'"),
    (
      "suites: bbh\nbudgets:\n  - {stepps: 3}",
      "p.yaml:3: budgets: there is no limit of 'stepps': "
        + "use steps, evaluations, calls, tokens, money or time"
    ),
    (
      "suites: bbh\ndata: oficial",
      "p.yaml:2: data names an unknown source 'oficial': did you mean 'official'?"
    ),
    ("suites: bbh\ndata-dir: x", "p.yaml:2: data-dir is read only with 'data: official': add it"),
    (
      "suites: bbh\nexclude:\n  - {optimizer: opro}",
      "p.yaml:3: exclude: optimizer names an unknown optimizer 'opro': "
        + "there are noop, optoprime, random"
    ),
    (
      "suites: bbh\nexclude:\n  - {suite: bhb}",
      "p.yaml:3: suite names an unknown suite 'bhb': did you mean 'bbh'?"
    ),
    (
      "suites: bbh\nexclude:\n  - {suite: numerical, optimizer: noop}",
      "p.yaml:3: suite names no suite that is run here: use bbh or take the exclusion out"
    ),
    (
      "suites:\n  - suite: bbh\n    exclude: {suite: [numerical]}\n  - numerical",
      "p.yaml:3: suite names no suite that is run here: use bbh or take the exclusion out"
    ),
    ("optimizers: noop", "p.yaml: the plan names no suite: add 'suites', such as 'suites: bbh'"),
    (
      "suites: bbh\nexclude: {suite: bbh}",
      "the plan excludes every trial: take a line of 'exclude' out"
    ),
    ("", "p.yaml: the plan is empty: add 'suites', such as 'suites: bbh'"),
    ("suites: bbh\nseeds: 1\nseeds: 2", "p.yaml:2: the plan gives 'seeds' twice: give it once"),
    ("suites: [bbh", "p.yaml:2: the plan is no YAML: did not find expected ',' or ']'"),
    ("suites: []", "p.yaml:1: suites is an empty list: name at least one or leave it out"),
    ("suites: bbh\noptimizers: {noop: 1}", "p.yaml:2: optimizers takes one word here"),
  ])
  func anErrorNamesLineAndKeyAndTheNearestWord(text: String, message: String) {
    #expect(Self.message(text) == message)
  }

  @Test func aModelThatIsNotInTheCatalogueIsNamedWithItsLine() {
    let message = Self.message("suites: bbh\nmodels:\n  - smol")
    #expect(message?.hasPrefix("p.yaml:3: models 'smol': ") == true, "\(message ?? "")")
  }

  @Test func modelsOfTheFileReplaceThoseOfTheCommandLine() throws {
    let file = try PlanFile(text: "{suites: bbh, models: openai/x}", name: "p", models: Self.models)
    #expect(file.namesModels)
    #expect(
      try file.plan(jobs: 1).groups[0].models == [
        ModelPair(task: "openai/x", optimizer: "openai/x")
      ])
    #expect(try !PlanFile(text: "suites: bbh", name: "p", models: Self.models).namesModels)
  }
}

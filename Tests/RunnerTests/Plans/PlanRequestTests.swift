// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchmarkSuites
import OPTO
import Runner
import Testing
import Training

struct PlanRequestTests {
  static func message(_ change: (inout PlanRequest) -> Void) -> String? {
    var request = PlanRequest(models: [.scripted])
    change(&request)
    do {
      _ = try request.plan()
      return nil
    } catch {
      return error.message
    }
  }

  @Test func aSlipIsAnsweredWithTheNearestName() {
    #expect(
      Self.message { $0.tasks = ["object_countin"] }
        == "--task names an unknown task 'object_countin': did you mean 'object_counting'?")
    #expect(
      Self.message { $0.optimizers = ["optoprim"] }
        == "--optimizer names an unknown optimizer 'optoprim': did you mean 'optoprime'?")
    #expect(
      Self.message { $0.suite = "bhb" }
        == "--suite names an unknown suite 'bhb': did you mean 'bbh'?")
    #expect(Self.message { $0.protocols = ["quick:test"] }?.contains("not ''") == true)
    #expect(Self.message { $0.protocols = ["zzzzzz"] }?.contains("there are quick, paper") == true)
  }

  @Test func settingsOfAnOptimizerAreReadNamedAndChecked() throws {
    let request = PlanRequest(
      tasks: ["navigate"], optimizers: ["noop", "optoprime:masked+memory=5", "optoprime:memory=0"],
      models: [.scripted])
    #expect(
      try request.plan().groups[0].optimizers == [
        "noop", "optoprime:memory=5+masked", "optoprime",
      ])
    #expect(
      Self.message { $0.optimizers = ["optoprime:memry=5"] }
        == "--optimizer: 'memry' is no setting of 'optoprime': did you mean 'memory'?")
    #expect(
      Self.message { $0.optimizers = ["optoprim:memory=5"] }
        == "--optimizer names an unknown optimizer 'optoprim': did you mean 'optoprime'?")
  }

  @Test func settingsOfAProtocolAreReadAndNamed() throws {
    var request = PlanRequest(
      suite: "bbh", tasks: ["navigate"], optimizers: ["noop"], models: [.scripted])
    request.protocols = [
      "quick:steps=4+test=50", "quick:test=50+steps=4", "quick:test=20", "quick",
    ]
    let schedules = try request.plan().groups[0].schedules
    // What the protocol says anyway makes no other protocol.
    #expect(schedules.map(\.name) == ["quick:test=50+steps=4", "quick"])
    #expect(schedules.map(\.testCount) == [50, 20])
    #expect(schedules.map(\.steps) == [4, 2])
    #expect(schedules.map(\.trainCount) == [5, 5])
  }

  @Test(arguments: [
    ("numerical", "paper:train=5", "train", "test, steps, answer-tokens, proposal-tokens"),
    ("robot", "quick:steps=2+validation=5", "validation", "test, steps, answer-tokens"),
    ("solutions", "paper:test=2", "test", "steps, answer-tokens, proposal-tokens"),
  ])
  func aSettingThatTheCourseDoesNotReadIsRefused(
    suite: String, word: String, setting: String, known: String
  ) {
    let message = Self.message {
      $0.suite = suite
      $0.tasks = nil
      $0.protocols = [word]
      if suite == "solutions" { $0.data = .official(directory: nil) }
    }
    let name = word.prefix { $0 != ":" }
    let start = "--protocol: \(setting) is not read by '\(name)', whose settings are \(known)"
    #expect(message?.hasPrefix(start) == true, "\(message ?? "")")
  }

  @Test func stepsAreGivenOnce() {
    func message(_ budgets: [Budget]) -> String? {
      Self.message {
        $0.tasks = ["navigate"]
        $0.protocols = ["quick:steps=4"]
        $0.budgets = budgets
      }
    }
    #expect(
      message([Budget(steps: 3)])
        == "--protocol: steps is not read where --budget has steps: leave one of both out")
    #expect(message([Budget(steps: 3), Budget(modelCalls: 9)]) == nil)
  }

  @Test func aSettingThatNoChosenTaskReadsIsRefusedBeforeAnythingIsRun() async throws {
    func message(_ suite: String, _ tasks: [String], _ word: String) async throws -> String? {
      var request = PlanRequest(
        suite: suite, tasks: tasks, optimizers: ["noop"], models: [.scripted])
      request.protocols = [word]
      do {
        _ = try await TrialPlanner(try request.plan()).trials(inRun: "")
        return nil
      } catch let error as PlanError {
        return error.message
      }
    }
    #expect(
      try await message("numerical", ["booth", "program"], "paper:test=9")
        == "--protocol: test of 'paper:test=9' is not read by the chosen tasks of numerical, which "
        + "have one test example each: leave it out")
    #expect(
      try await message("numerical", ["booth"], "long:answer-tokens=9")?.contains(
        "which ask no model") == true)
    #expect(try await message("numerical", ["booth"], "long:steps=9") == nil)
    #expect(try await message("robot", ["reach"], "quick:test=3") == nil)
    #expect(try await message("bbh", ["navigate"], "quick:test=500+answer-tokens=9") == nil)
  }

  @Test func aTaskWithoutGeneratorSaysWhereItsItemsAre() {
    #expect(
      Self.message { $0.tasks = ["snarks"] }
        == "--task 'snarks' has no generator: run it on the publisher's items with --data official")
    #expect(
      Self.message {
        $0.tasks = ["snarks"]
        $0.data = .official(directory: nil)
      } == nil)
  }

  @Test func aSuiteWithoutItemsOfTheSourceSaysWhichItHas() {
    #expect(
      Self.message {
        $0.suite = "mmlu"
        $0.tasks = nil
      } == "--suite mmlu has published items alone: run it with --data official")
    #expect(
      Self.message {
        $0.suite = "numerical"
        $0.tasks = nil
        $0.data = .official(directory: nil)
      } == "--data official does not go with --suite numerical: leave it out")
  }

  @Test func theNameOfAGroupStandsForItsTasks() throws {
    var request = PlanRequest(
      suite: "code", tasks: ["strings/title_case", "dates", "strange_sort_list"],
      optimizers: ["noop"], models: [.scripted])
    let tasks = try request.plan().groups[0].tasks
    #expect(tasks.first == "strings/title_case" && tasks.last == "strange_sort_list")
    #expect(tasks.count == 8 && tasks[1..<7].allSatisfy { $0.hasPrefix("dates/") })
    request.tasks = ["dates", "dates/day_of_year"]
    #expect(try request.plan().groups[0].tasks.count == 6)
    request.tasks = ["date"]
    #expect(throws: PlanError.self) { try request.plan() }
  }

  @Test func anEmptyListIsRefused() {
    #expect(Self.message { $0.tasks = [] } == "--task names no task: name at least one")
  }

  @Test func trialsGoByTaskThenSeedThenOptimizerWithoutRepetition() throws {
    var request = PlanRequest(
      tasks: ["navigate", "word_sorting", "navigate"], optimizers: ["optoprime", "noop"],
      models: [.scripted])
    request.seeds = [0, 1]
    #expect(
      try request.plan().trials.map(\.description) == [
        "bbh:navigate optoprime seed 0", "bbh:navigate noop seed 0",
        "bbh:navigate optoprime seed 1", "bbh:navigate noop seed 1",
        "bbh:word_sorting optoprime seed 0", "bbh:word_sorting noop seed 0",
        "bbh:word_sorting optoprime seed 1", "bbh:word_sorting noop seed 1",
      ])
  }

  @Test func officialDataHas27Tasks() throws {
    var request = PlanRequest(tasks: ["all"], models: [.scripted])
    request.data = .official(directory: nil)
    #expect(try request.plan().groups.first?.tasks.count == 27)
  }
}

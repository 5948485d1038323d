// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CanonicalJSON
import Runner
import Training
import TrialRecords

/// Checks, lists and prints plans without running them.
struct PlanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Checks a plan, lists its trials, or prints it as a file.",
    discussion: """
      A plan is a YAML file, or what the options of 'bench run' ask for. Nothing is run and \
      nothing is written.
      """,
    subcommands: [Check.self, Expand.self, Print.self])

  /// Looks every word of a file up.
  struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check", abstract: "Looks every word of a plan file up.")

    @Argument(help: "The YAML file.", completion: .file(extensions: ["yaml", "yml"]))
    var file: String

    @Option(
      help: "A JSON file of prices, as for 'bench run'; budgets of money need them.",
      completion: .file(extensions: ["json"]))
    var prices: String?

    @OptionGroup(title: "Models") var models: ModelOptions

    func run() async throws {
      let plan = try PlanOptions.plan(
        ofFileAt: file, models: models,
        spending: RunSpending(prices: try PlanOptions.priceTable(prices)))
      let digest = plan.digest.shortHex
      print("\(file) is a plan of \(plan.trials.count) trials at most, known as \(digest)")
    }
  }

  /// Lists the trials of a plan.
  struct Expand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "expand",
      abstract: "Lists the trials of a plan, one a line, by the digests they are known by.",
      discussion: """
        The data of every task is read, so that optimizers that cannot change anything of a task \
        are left out as they are by 'bench run'.
        """)

    @OptionGroup(title: "What to run") var plan: PlanOptions
    @OptionGroup(title: "Models") var models: ModelOptions

    func run() async throws {
      for trial in try await TrialPlanner(try plan.plan(models: models)).trials(inRun: "") {
        let (words, id) = (trial.specification, trial.record.id.shortHex)
        print(
          "\(id)  \(words)  protocol \(words.schedule.name)  model \(words.models.task)"
            + "  optimizer model \(words.models.optimizer)")
      }
    }
  }

  /// Prints a plan as a file.
  struct Print: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "print",
      abstract: "Prints the plan that options or a file ask for, every choice written out.")

    @OptionGroup(title: "What to run") var plan: PlanOptions
    @OptionGroup(title: "Models") var models: ModelOptions

    func run() async throws {
      print(try PlanText(try plan.plan(models: models)).yaml(), terminator: "")
    }
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// The command line of optobench.
@main
struct Bench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Measures how well generative optimizers improve real workflows.",
    discussion: """
      Without a subcommand, bench runs trials: every chosen optimizer on every chosen task with \
      every seed, on a language model served on this machine unless another is named. Each model \
      call, evaluation and step is stored as it happens, so the same command again goes on where \
      it was stopped and pays for nothing twice.

      Examples:
        bench --suite bbh
        bench --suite bbh --task navigate --optimizer noop,optoprime --seeds 3
        bench --suite bbh --data official --protocol paper --task navigate
        bench --plan comparison.yaml
        bench report --format markdown
      """,
    version: BenchVersion.current,
    subcommands: [
      RunCommand.self, PlanCommand.self, MergeCommand.self, VerifyCommand.self, ListCommand.self,
      ReportCommand.self, RescoreCommand.self, ReproduceCommand.self, CompareCommand.self,
      DataCommand.self, ModelCommand.self, RobotCommand.self,
    ],
    defaultSubcommand: RunCommand.self)
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Datasets
import Runner

extension DataCommand {
  /// Prints items of a seeded generator.
  struct Draw: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "draw",
      abstract: "Prints items of a seeded generator, one JSON object a line.",
      discussion: """
        Runs always use the same items, drawn with seed 2406. A file of others is a suite of your \
        own, but for those of hotpotqa, whose program looks up an encyclopedia that a file has not. \
        Each line has 'id', 'input' and 'target'; those of gsm8k have a 'solution' as well, which \
        runs pass over.

        Examples:
          bench data draw bbh:navigate --seed 7 --count 300 > navigate.jsonl
          bench --suite file:navigate.jsonl --optimizer noop,optoprime
          bench data draw bbh:word_sorting --seed 1 --count 120 --difficulty hardest
          bench data draw gsm8k:composed_problems --seed 1 --count 300
        """)

    @Argument(help: "The task as SUITE:TASK, such as bbh:navigate; see 'bench list tasks'.")
    var task: String

    @Option(help: "Any number; equal seeds give equal items on every machine.")
    var seed: UInt64

    @Option(help: "How many items; a longer draw begins with the shorter one.")
    var count: Int

    @Option(
      help: """
        The sizes of the items: those published, above all of these, or above all of those; not all \
        tasks have sizes to vary. Default: the suite's own.
        """)
    var difficulty: Difficulty?

    mutating func validate() throws {
      guard count >= 1 else {
        throw ValidationError("--count takes a number of at least 1, not \(count).")
      }
    }

    func run() async throws {
      let set = try DataCatalog.draw(task, seed: seed, count: count, difficulty: difficulty)
      print(set.jsonLines, terminator: "")
    }
  }
}

extension Difficulty: ExpressibleByArgument {}

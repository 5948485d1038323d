// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation
import TrialRecords

/// Unites the stores of parts of a run.
struct MergeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Unites stores, such as those of the parts of a run, in one.",
    discussion: """
      The result is the same in whatever order and grouping stores are merged, and merging one \
      twice changes nothing. Of several copies of a trial the one that came further is kept. Every \
      run keeps its command line, machine and part, and every call that was paid for is kept.
      """)

  @Argument(
    help: "The store to make, or to add the others to.", completion: .file(extensions: ["sqlite"]))
  var output: String

  @Argument(help: "The stores to unite.", completion: .file(extensions: ["sqlite"]))
  var inputs: [String]

  @Flag(
    help: """
      Lets runs of different plans meet, to keep a whole study in one file. Without it that is \
      refused, because the parts of one run have one plan.
      """)
  var severalPlans = false

  func run() async throws {
    let stores = try inputs.map { try TrialStore(path: $0, access: .reading) }
    let summary = try await TrialStore.merge(
      into: output, stores, allowsSeveralPlans: severalPlans, now: Date().timeIntervalSince1970)
    for store in stores { try store.close() }
    for trial in summary.differing {
      FileHandle.standardError.write(
        Data(
          """
          bench: \(trial.suite):\(trial.task) \(trial.optimizer) seed \(trial.seed) is complete with \
          different rows in several stores; one of them was kept, the same in whatever order

          """.utf8))
    }
    print(
      "\(output) has \(summary.trials) trials of \(summary.runs) runs, \(summary.complete) of them "
        + "complete")
  }
}

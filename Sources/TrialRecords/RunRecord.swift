// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import CanonicalJSON
import GRDB

/// One execution of a plan: what was asked for, by which program, on which machine.
package struct RunRecord: Sendable, Hashable, Identifiable {
  /// The run's name, unique in its store.
  package var id: String
  /// When the run began, in ISO 8601 text given by the caller.
  package var createdAt: String
  /// The command line that began the run.
  package var commandLine: String
  /// The expanded plan as JSON text.
  package var plan: String
  /// The digest of the plan.
  package var planDigest: ContentDigest
  /// The version of the program.
  package var benchVersion: String
  /// The machine (system, processors, memory, model server) as JSON text.
  package var machine: String
  /// When the run ended, in ISO 8601 text; nil while it runs and after a kill.
  package var finishedAt: String?
  /// The versions of the programs and libraries that made the rows, as JSON text.
  package var versions = "{}"
  /// The digests of the data by task, as JSON text.
  package var dataDigests = "{}"
  /// The part of the plan that the run took, such as `2/8`; nil for all of it.
  package var shard: String?
  /// The digest of the run's trials and their rows when it ended; nil while it runs, after a kill
  /// and for runs of an older version.
  package var seal: ContentDigest?

  /// Creates a run that has not ended.
  package init(
    id: String, createdAt: String, commandLine: String, plan: String, planDigest: ContentDigest,
    benchVersion: String, machine: String, finishedAt: String? = nil
  ) {
    self.id = id
    self.createdAt = createdAt
    self.commandLine = commandLine
    self.plan = plan
    self.planDigest = planDigest
    self.benchVersion = benchVersion
    self.machine = machine
    self.finishedAt = finishedAt
  }
}

extension RunRecord: Codable, FetchableRecord, PersistableRecord {
  /// The table of runs.
  static let databaseTableName = "run"
}

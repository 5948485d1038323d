// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import LanguageModels
import OPTO
import Runner
import TrialRecords

/// Whether a run is answered from a recording.
struct ReplayOptions: ParsableArguments {
  /// How strictly.
  enum Mode: String, ExpressibleByArgument, CaseIterable {
    case strict
  }

  @Option(
    help: """
      'strict' answers every model call from the calls stored in --from: no model is started or \
      asked, no network is used, and a call that is not there fails its trial with its place and \
      digest. The rows are then compared with the recording's, and the exit code tells.
      """)
  var replay: Mode?

  @Option(
    name: .customLong("from"),
    help: """
      The store with the recorded calls, for --replay. Default: the one of --store, whose complete \
      trials are not run again; name another --store to run them again and compare.
      """,
    completion: .file(extensions: ["sqlite"]))
  var recording: String?

  mutating func validate() throws {
    guard recording == nil || replay != nil else {
      throw ValidationError("--from is read only with --replay strict: add it.")
    }
  }

  /// Refuses a plan that no recording can repeat.
  ///
  /// - Throws: `ValidationError`.
  func check(_ plan: RunPlan) throws {
    guard replay != nil, plan.groups.flatMap(\.budgets).contains(where: { $0.seconds != nil })
    else { return }
    throw ValidationError(
      "--replay cannot repeat a --budget of time, because what it allows depends on the clock.")
  }

  /// The recording beside the store of the results, or nil when there is none.
  ///
  /// - Throws: `StoreError` when it cannot be read.
  func openRecording(besides store: String) throws -> TrialStore? {
    guard replay != nil, let recording, recording != store else { return nil }
    return try TrialStore(path: recording, access: .reading)
  }

  /// Stands for the models of the identities given where a recording answers.
  static func models(_ names: [String]) -> RunModels {
    let models = names.map { name in
      let identity = ModelIdentity(name) ?? ModelIdentity(provider: "unknown", model: name)
      return ReplayingLanguageModel(of: identity) { _, _ in nil }
    }
    return RunModels(models, areLocal: false)
  }
}

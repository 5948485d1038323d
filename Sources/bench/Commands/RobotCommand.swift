// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import BenchmarkSuites
import CanonicalJSON
import CodeExecution
import Foundation
import LanguageModels
import OPTO
import RobotArmEnvironment
import Trace
import TrialRecords

/// Shows episodes of the robot arm.
struct RobotCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "robot", abstract: "Shows episodes of the robot arm.",
    subcommands: [Render.self])

  /// Writes an episode as pictures.
  struct Render: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "render",
      abstract:
        "Writes an episode as an animated SVG, and as a still one with a view of each step.",
      discussion: """
        The episode is that of a reference policy, of a controller in a file, or of a state that a \
        stored trial came by.

        Examples:
          bench robot render --task pick_place
          bench robot render --task push --controller mine.py --start 3
          bench robot render --task push --optimizer optoprime --seed 2 --start 0
        """)

    @Option(help: "The task; see 'bench list tasks --suite robot'.")
    var task: String = "pick_place"

    @Option(help: "The reference policy that acts: expert or straight. Default: expert.")
    var reference: String?

    @Option(
      help: "A Python file with the controller that acts.", completion: .file(extensions: ["py"]))
    var controller: String?

    @Option(help: "The optimizer whose stored trial of the task and seed has the state that acts.")
    var optimizer: String?

    @Option(help: "The stored trial by the first digits of its identity, when several fit.")
    var trial: String?

    @Option(help: "Which state of the trial: initial, selected or final.")
    var state: StoredState = .selected

    @Option(help: "A held-out start, from 0. Default: the start to train on.")
    var start: Int?

    @Option(help: "The seed of the trial that the starts belong to.")
    var seed: UInt64 = 0

    @Option(
      help: "The animation's file; the view of each step goes beside it.",
      completion: .file(extensions: ["svg"]))
    var output: String = "robot.svg"

    @OptionGroup var storeOptions: StoreOptions

    /// A state that a stored trial keeps apart.
    enum StoredState: String, ExpressibleByArgument, CaseIterable {
      case initial, selected, final
    }

    func validate() throws {
      guard [reference, controller, optimizer].count(where: { $0 != nil }) <= 1 else {
        throw ValidationError(
          "--reference, --controller and --optimizer exclude each other: give one.")
      }
      if trial != nil, optimizer == nil {
        throw ValidationError("--trial chooses among the trials of an optimizer: add --optimizer.")
      }
      guard output.hasSuffix(".svg") else {
        throw ValidationError("--output takes a file name that ends in .svg, not '\(output)'.")
      }
    }

    func run() async throws {
      let suite = RobotArmSuite()
      let id = TaskID(suite: suite.name, name: task)
      let state = try await actingState(of: try await suite.load(id, from: .generated), suite)
      let sandbox = try await PythonSandbox.start()
      let resources = SuiteResources(
        model: ScriptedLanguageModel(answers: []), sandbox: sandbox, answerTokens: 1)
      let outcome: Result<EpisodeFilm, any Error>
      do {
        outcome = .success(
          try await suite.film(
            of: id, from: start, seed: Seed(rawValue: seed), state: state, resources: resources))
      } catch {
        outcome = .failure(error)
      }
      await sandbox.close()
      let film = try outcome.get()
      let strip = "\(output.dropLast(".svg".count))-steps.svg"
      try film.animation.write(toFile: output, atomically: true, encoding: .utf8)
      try film.strip.write(toFile: strip, atomically: true, encoding: .utf8)
      print("\(film.ending)\nwrote \(output) and \(strip)")
    }

    private func actingState(
      of task: LoadedTask, _ suite: RobotArmSuite
    ) async throws -> ParameterValues {
      if let optimizer { return try await storedState(of: task, by: optimizer) }
      if let controller {
        guard task.runsCode else {
          throw ValidationError("--controller takes code, and \(task.id) has none: leave it out.")
        }
        var state = ParameterValues(initialOf: task.parameters)
        for parameter in task.parameters where parameter.isCode {
          state[parameter.name] = .text(try String(contentsOfFile: controller, encoding: .utf8))
        }
        return state
      }
      let name = reference ?? "expert"
      guard let policy = suite.references.first(where: { $0.name == name }),
        let state = task.referenceValues(policy, Seed(rawValue: seed))
      else {
        throw ValidationError("--reference '\(name)' is none of \(task.id): leave it out.")
      }
      return state
    }

    private func storedState(
      of task: LoadedTask, by optimizer: String
    ) async throws -> ParameterValues {
      let store = try TrialStore(path: storeOptions.store, access: .reading)
      let trials = try await store.trials().filter {
        $0.suite == task.id.suite && $0.task == task.id.name && $0.optimizer == optimizer
          && UInt64(exactly: $0.seed) == seed && $0.id.hex.hasPrefix(trial ?? "")
      }
      guard let record = trials.first, trials.count == 1 else {
        let names = trials.map {
          "\($0.id.hex.prefix(12)) (\($0.optimizerModel), \($0.protocolName))"
        }
        throw ValidationError(
          names.isEmpty
            ? "\(storeOptions.store) has no trial of \(optimizer) on \(task.id) with seed \(seed)."
            : "--trial has to choose one of \(names.joined(separator: ", ")).")
      }
      let digest =
        switch state {
        case .initial: record.initialStateDigest
        case .selected: record.selectedStateDigest
        case .final: record.finalStateDigest
        }
      guard let digest, let stored = try await store.state(digest) else {
        throw ValidationError("The trial has no \(state.rawValue) state yet: run it to its end.")
      }
      try store.close()
      return try ParameterValues(
        json: JSONValue(parsing: stored.values), for: task.parameters)
    }
  }
}

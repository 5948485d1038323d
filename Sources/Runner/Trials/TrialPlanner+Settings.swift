// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchmarkSuites
import CodeExecution
import OPTO
import Training

extension TrialPlanner {
  /// Refuses a setting of a protocol that no chosen task of its suite reads, because it would name
  /// the same trials anew.
  ///
  /// What a task has too few examples for is no error: see ``ExampleShortage``.
  ///
  /// - Throws: ``PlanError``; what a suite throws that cannot pose its task.
  static func checkEverySetting(isReadBy trials: [PlannedTrial]) throws {
    var checked: Set<[String]> = []
    for trial in trials {
      let (suite, schedule) = (trial.specification.task.suite, trial.specification.schedule)
      guard !schedule.givenSettings.isEmpty, checked.insert([suite, schedule.name]).inserted else {
        continue
      }
      let others = trials.filter { other in
        other.specification.task.suite == suite && other.specification.schedule == schedule
      }
      for setting in schedule.givenSettings {
        guard let reason = try reason(for: setting, beingIdleIn: others) else { continue }
        throw PlanError(
          "--protocol: \(setting) of '\(schedule.name)' is not read by the chosen tasks of \(suite), "
            + "\(reason): leave it out")
      }
    }
  }

  /// Why none of the trials, which have one protocol, reads a setting of it; nil when one does.
  private static func reason(
    for setting: String, beingIdleIn trials: [PlannedTrial]
  ) throws -> String? {
    switch setting {
    case "answer-tokens":
      return trials.contains(where: \.task.asksModel) ? nil : "which ask no model"
    case "test":
      // Other courses have examples to generalise to, if perhaps fewer than are asked for.
      guard trials.allSatisfy({ $0.specification.schedule.course == .search }) else { return nil }
      let hasSeveral = try trials.contains { try $0.testCount > 1 }
      return hasSeveral ? nil : "which have one test example each"
    default: return nil
    }
  }
}

extension PlannedTrial {
  /// The test examples of the task.
  ///
  /// - Complexity: O(*n*) in the number of examples.
  fileprivate var testCount: Int {
    get throws {
      let resources = SuiteResources(model: AbsentModel(), sandbox: .closed(), answerTokens: 1)
      return try task.pose(resources, specification.seed).exampleIDs(in: .test).count
    }
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import TrialRecords

/// A condition that is not the same on all sides.
package struct ConditionChange: Sendable, Hashable {
  /// The condition, such as `model`.
  package let name: String
  /// Its values on each side, several of them separated by semicolons.
  package let values: [String]
}

extension ConditionChange {
  /// The conditions of plans, programs, machines, data and settings that differ.
  ///
  /// - Complexity: O(*n* log *n*) in the trials of all sides.
  static func all(of sides: [ComparedSide]) -> [ConditionChange] {
    let conditions = sides.map(conditions)
    let names = Set(conditions.flatMap(\.keys)).sorted()
    return names.compactMap { name in
      let values = conditions.map { ($0[name] ?? []).sorted().joined(separator: "; ") }
      guard Set(values).count > 1 else { return nil }
      return ConditionChange(name: name, values: values.map { $0.isEmpty ? NumberText.none : $0 })
    }
  }

  private static func conditions(of side: ComparedSide) -> [String: Set<String>] {
    var conditions: [String: Set<String>] = [:]
    func add(_ name: String, _ value: String) { conditions[name, default: []].insert(value) }
    for run in side.results.runs {
      add("program", "bench \(run.benchVersion)")
      add("machine", ReportDocument.settingsText(run.machine))
      let plan = (try? JSONValue(parsing: run.plan))?.members ?? []
      for member in plan where member.name != "tasks" {
        add("plan: \(member.name)", member.value.stringValue ?? member.value.canonicalText)
      }
    }
    for trial in side.results.trials {
      let facts = ProtocolFacts(trial.protocolSettings)
      add("model", trial.model)
      add("optimizer model", trial.optimizerModel)
      add("settings of the protocol \(trial.protocolName)", facts.settings)
      add("settings of \(trial.optimizer)", trial.optimizerSettings)
      add("data of \(trial.suite) \(trial.task)", trial.dataDigest.shortHex)
      if let workflow = facts.workflow { add("workflow of \(trial.suite) \(trial.task)", workflow) }
    }
    return conditions
  }
}

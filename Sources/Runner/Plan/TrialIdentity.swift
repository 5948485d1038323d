// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchmarkSuites
import CanonicalJSON
import LanguageModels
import OPTO
import Optimizers
import Training
import TrialRecords

/// All that decides what a trial does; equal identities mean the same trial in any store.
struct TrialIdentity: Sendable {
  let specification: TrialSpecification
  /// The prices of the plan, which decide where the trial's budget limits money.
  let prices: PriceTable
  let task: LoadedTask
  let optimizer: OptimizerDescription

  /// The identity as a value; the number of jobs and the folder of the data are not part of it.
  var jsonValue: JSONValue {
    let identity: JSONValue = [
      "suite": .string(specification.task.suite), "task": .string(specification.task.name),
      "data": .string(task.dataDigest), "optimizer": .string(specification.optimizer),
      "settings": settings, "workflow": .string(task.workflowDigest),
      "model": .string(specification.models.task),
      "optimizer_model": .string(specification.models.optimizer),
      "protocol": specification.schedule.jsonValue,
      "budget": specification.budget.jsonValue,
      "seed": .string(String(specification.seed.rawValue)),
    ]
    return .object((identity.members ?? []) + priceMembers)
  }

  /// What tokens cost where the budget limits money; where a price was published decides nothing.
  private var priceMembers: [JSONValue.Member] {
    let models = [specification.models.task, specification.models.optimizer]
    return prices.members(of: models, where: [specification.budget], as: \.amounts)
  }

  /// The digest by which the trial is known.
  var digest: ContentDigest { ContentDigest(of: jsonValue) }

  /// The trial as it is stored before it begins.
  func record(inRun runID: RunRecord.ID) throws -> TrialRecord {
    guard let dataDigest = ContentDigest(hex: task.dataDigest) else {
      throw PlanError("the data of \(task.id) has no digest: reinstall optobench")
    }
    return TrialRecord(
      id: digest, runID: runID, suite: specification.task.suite, task: specification.task.name,
      dataLabel: task.dataLabel, dataDigest: dataDigest, optimizer: specification.optimizer,
      optimizerSettings: settings.canonicalText, model: specification.models.task,
      optimizerModel: specification.models.optimizer, protocolName: specification.schedule.name,
      protocolSettings: protocolSettings,
      seed: Int(truncatingIfNeeded: specification.seed.rawValue))
  }

  /// What of the optimizer decides what it proposes, beside what it is shown.
  private var settings: JSONValue {
    .object(
      [JSONValue.Member("revision", .integer(optimizer.revision))]
        + optimizer.chosen.jsonMembers)
  }

  /// Protocol and budget in full, the prices where the budget limits money and the workflow's
  /// digest, so that rows with the same protocol name can be told apart, and what scores mean where
  /// that is not success.
  private var protocolSettings: String {
    var members: [JSONValue.Member] = [
      .init("budget", specification.budget.jsonValue),
      .init("protocol", specification.schedule.jsonValue),
      .init("workflow", .string(String(task.workflowDigest.prefix(12)))),
    ]
    members += priceMembers
    if task.measure != .success { members.append(.init("measure", task.measure.jsonValue)) }
    return JSONValue.object(members).canonicalText
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchmarkSuites
import Foundation
import OPTO
import Training
import Yams

/// Writes a plan as a file from which the same plan is read.
package struct PlanText {
  private let plan: RunPlan

  /// Creates the text of a plan.
  package init(_ plan: RunPlan) { self.plan = plan }

  /// The YAML, every choice written out.
  ///
  /// - Throws: what Yams throws.
  package func yaml() throws -> String {
    let file = Self.mapping([("suites", Node(plan.groups.map(entry)))])
    return try Yams.serialize(node: file, width: 100)
  }

  private func entry(_ group: PlanGroup) -> Node {
    var members: [(String, Node)] = [
      ("suite", Node(group.suite)), ("tasks", Self.list(group.tasks)),
      ("optimizers", group.namesEveryOptimizer ? Node("all") : Self.list(group.optimizers)),
      ("models", Node(group.models.map(pair))), ("seeds", Self.list(group.seeds.map(String.init))),
    ]
    // The files of a user are named by their suite.
    if group.data != .user { members.append(("data", Node(group.data.label))) }
    if case .official(let folder?) = group.data { members.append(("data-dir", Node(folder))) }
    members += [
      ("protocols", Self.list(group.schedules.map(\.name))),
      ("budgets", Node(group.budgets.map(limits))),
    ]
    if !group.exclusions.isEmpty {
      members.append(("exclude", Node(group.exclusions.map(words))))
    }
    return Self.mapping(members)
  }

  private func pair(_ models: ModelPair) -> Node {
    guard models.task != models.optimizer else { return Node(models.task) }
    return Self.mapping(
      [("task", Node(models.task)), ("optimizer", Node(models.optimizer))], .flow)
  }

  private func limits(_ budget: Budget) -> Node {
    let limits: [(Budget.LimitName, String?)] = [
      (.steps, budget.steps.map(String.init)), (.evaluations, budget.evaluations.map(String.init)),
      (.calls, budget.modelCalls.map(String.init)), (.tokens, budget.tokens.map(String.init)),
      (.money, budget.money.map(Self.digits)),
      (.time, budget.seconds.map { Self.digits($0) + "s" }),
    ]
    return Self.mapping(
      limits.compactMap { name, limit in limit.map { (name.rawValue, Node($0)) } }, .flow)
  }

  /// A number without an exponent, which budgets do not read.
  private static func digits(_ number: Double) -> String {
    Decimal(string: "\(number)")?.description ?? "\(number)"
  }

  private func words(_ exclusion: TrialExclusion) -> Node {
    Self.mapping(
      TrialExclusion.Key.allCases.compactMap { key in
        exclusion.words[key].map { (key.rawValue, Self.list($0)) }
      }, .flow)
  }

  private static func list(_ words: [String]) -> Node {
    Node(words.map { Node($0) }, Tag(.seq), .flow)
  }

  private static func mapping(
    _ members: [(String, Node)], _ style: Node.Mapping.Style = .block
  ) -> Node {
    Node(members.map { (Node($0.0), $0.1) }, Tag(.map), style)
  }
}

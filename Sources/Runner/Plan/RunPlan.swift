// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import CanonicalJSON
package import LanguageModels
package import OPTO

/// What shall be run: the trials of one or several groups, each trial once.
package struct RunPlan: Sendable {
  /// The parts, in the order of the run.
  package let groups: [PlanGroup]
  /// Calls of a model that may run at once; does not change results.
  package let jobs: Int
  /// What the whole run may spend on models; does not change the results of complete trials.
  package let runBudget: Budget
  /// The prices by which money is counted, of every model whose money a budget limits.
  package let prices: PriceTable

  /// Creates a plan of groups.
  ///
  /// - Throws: ``PlanError`` when a budget limits money and the price of a model is not known.
  init(groups: [PlanGroup], jobs: Int, spending: RunSpending) throws(PlanError) {
    self.groups = groups
    self.jobs = jobs
    runBudget = spending.budget
    prices = spending.prices
    try prices.check(groups.flatMap(\.models), within: [runBudget], place: "--run-budget")
  }

  /// The trials in the order of the run; one that several groups have comes once.
  ///
  /// - Complexity: O(*n*) in the number of trials.
  package var trials: [TrialSpecification] {
    var seen: Set<TrialSpecification> = []
    return groups.flatMap(\.trials).filter { seen.insert($0).inserted }
  }

  /// The plan as stored with a run.
  package var jsonValue: JSONValue {
    let models = groups.flatMap(\.models).flatMap { [$0.task, $0.optimizer] }
    let budgets = groups.flatMap(\.budgets) + [runBudget]
    let limits: [JSONValue.Member] =
      runBudget == Budget() ? [] : [JSONValue.Member("run_budget", runBudget.jsonValue)]
    return .object(
      [JSONValue.Member("groups", .array(groups.map(\.jsonValue)))]
        + prices.members(of: models, where: budgets) + limits)
  }

  /// The digest by which plans are told apart, whether files or options asked for them.
  package var digest: ContentDigest { ContentDigest(of: jsonValue) }
}

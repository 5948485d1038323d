// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import CanonicalJSON

/// What shall be run: the trials of one or several groups, each trial once.
package struct RunPlan: Sendable {
  /// The parts, in the order of the run.
  package let groups: [PlanGroup]
  /// Calls of a model that may run at once; does not change results.
  package let jobs: Int

  /// Creates a plan of groups.
  package init(groups: [PlanGroup], jobs: Int) {
    self.groups = groups
    self.jobs = jobs
  }

  /// The trials in the order of the run; one that several groups have comes once.
  ///
  /// - Complexity: O(*n*) in the number of trials.
  package var trials: [TrialSpecification] {
    var seen: Set<TrialSpecification> = []
    return groups.flatMap(\.trials).filter { seen.insert($0).inserted }
  }

  /// The plan as stored with a run.
  package var jsonValue: JSONValue { ["groups": .array(groups.map(\.jsonValue))] }

  /// The digest by which plans are told apart, whether files or options asked for them.
  package var digest: ContentDigest { ContentDigest(of: jsonValue) }
}

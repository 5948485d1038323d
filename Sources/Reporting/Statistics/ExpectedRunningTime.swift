// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// The expected number of queries until a target is reached when a search that missed it is begun
/// anew.
///
/// It is the queries of all trials, up to success or to their end, divided by the number of
/// successes. Source: Hansen, Auger, Ros, Mersmann, Tušar and Brockhoff, COCO: a platform for
/// comparing continuous optimizers in a black-box setting, Optim. Methods Softw. 36, 2021,
/// 114-144, section 3; named ERT or aRT there.
package struct ExpectedRunningTime: Sendable, Hashable {
  /// Trials that reached the target.
  package let successes: Int
  /// All trials.
  package let trials: Int
  /// Queries of all trials up to the target or their end.
  package let queries: Int

  /// Adds up trials.
  ///
  /// - Parameter trials: The queries of each trial, up to the target when it was reached.
  package init(_ trials: [(queries: Int, isHit: Bool)]) {
    self.trials = trials.count
    successes = trials.count(where: \.isHit)
    queries = trials.reduce(0) { $0 + $1.queries }
  }

  /// The expected number of queries; nil when no trial reached the target, which is to say that
  /// it is not known to be finite.
  package var value: Double? { successes == 0 ? nil : Double(queries) / Double(successes) }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// The variance of a sample's mean when observations are clustered by item and by trial.
///
/// Within each task the variances of clustering by item and by trial are added and that of single
/// observations is taken off, because it is in both (Cameron, Gelbach and Miller, J. Bus. Econ.
/// Stat. 29, 2011, 238-249). Tasks are fixed, so that differences between them do not count.
/// Trials are few: their part has the factor S/(S - 1) and limits the degrees of freedom
/// (Satterthwaite, Biometrics Bull. 2, 1946, 110-114).
package struct ClusteredVariance: Sendable, Hashable {
  /// The variance of the mean.
  package private(set) var value = 0.0
  /// The degrees of freedom of the variance; infinite when trials do not differ.
  package private(set) var degreesOfFreedom = Double.infinity

  /// Estimates the variance of the mean of a sample that is not empty.
  ///
  /// - Complexity: O(*n*) in the number of observations.
  package init(_ sample: ClusteredSample) {
    let count = Double(sample.count)
    var uncertainty = 0.0
    for observations in sample.tasks {
      let parts = Self.parts(of: observations, count: count)
      value += parts.total
      uncertainty += parts.uncertainty
    }
    if uncertainty > 0 { degreesOfFreedom = max(1, value * value / uncertainty) }
  }

  private static func parts(
    of observations: [ClusteredSample.Observation], count: Double
  ) -> (total: Double, uncertainty: Double) {
    let mean = observations.reduce(0) { $0 + $1.value } / Double(observations.count)
    var byItem: [Int: Double] = [:]
    var byTrial: [Int: Double] = [:]
    var single = 0.0
    for observation in observations {
      let residual = (observation.value - mean) / count
      byItem[observation.item, default: 0] += residual
      byTrial[observation.trial, default: 0] += residual
      single += residual * residual
    }
    // Sums run in the order of the keys, because that of a dictionary changes between processes.
    let items = sumOfSquares(byItem)
    guard byTrial.count > 1 else { return (items, 0) }
    let freedom = Double(byTrial.count - 1)
    let trials = sumOfSquares(byTrial) * Double(byTrial.count) / freedom
    // Rounding leaves traces of trials that are equal.
    guard trials > 1e-12 * single else { return (items, 0) }
    return (max(items + trials - single, items, trials), trials * trials / freedom)
  }

  private static func sumOfSquares(_ sums: [Int: Double]) -> Double {
    sums.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value * $1.value }
  }
}

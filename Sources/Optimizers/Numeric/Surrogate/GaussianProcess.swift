// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CGSL
import Foundation

/// Costs as draws of a Gaussian process (Rasmussen and Williams, 2006, algorithm 2.1).
///
/// Mean and variance of the process are those that make the observed costs likeliest for a given
/// kernel and noise.
final class GaussianProcess {
  private let points: [[Double]]
  private let kernel: MaternKernel
  private let factor: UnsafeMutablePointer<gsl_matrix>
  private let mean: Double
  private let variance: Double
  /// The inverse correlations times the costs without their mean.
  private let weights: GSLVector

  /// How likely the costs are: the logarithm of their density up to a constant.
  let logLikelihood: Double

  /// Fits a process; nil when the correlations are too near to being singular.
  ///
  /// - Parameters:
  ///   - points: At least one.
  ///   - costs: One for each point.
  ///   - kernel: The correlations.
  ///   - noise: The variance of noise against that of the process, above 0.
  /// - Complexity: O(*n*³) in the number of points.
  init?(_ points: [[Double]], _ costs: [Double], kernel: MaternKernel, noise: Double) {
    GSLErrors.areReturned
    let count = points.count
    guard let factor = gsl_matrix_alloc(count, count) else { return nil }
    for row in 0..<count {
      for column in 0...row {
        let correlation = row == column ? 1 + noise : kernel(points[row], points[column])
        gsl_matrix_set(factor, row, column, correlation)
      }
    }
    guard gsl_linalg_cholesky_decomp1(factor) == GSL_SUCCESS else {
      gsl_matrix_free(factor)
      return nil
    }
    let ones = GSLVector([Double](repeating: 1, count: count))
    gsl_linalg_cholesky_svx(factor, ones.pointer)
    let onesWeights = UnsafePointer(ones.pointer).elements
    let mean = zip(onesWeights, costs).reduce(0) { $0 + $1.0 * $1.1 } / onesWeights.reduce(0, +)
    let centred = costs.map { $0 - mean }
    let weights = GSLVector(centred)
    gsl_linalg_cholesky_svx(factor, weights.pointer)
    let fit = zip(UnsafePointer(weights.pointer).elements, centred).reduce(0) { $0 + $1.0 * $1.1 }
    let variance = max(fit / Double(count), .leastNormalMagnitude)
    let logDeterminant = (0..<count).reduce(0) { $0 + 2 * log(gsl_matrix_get(factor, $1, $1)) }
    self.points = points
    self.kernel = kernel
    self.factor = factor
    self.mean = mean
    self.variance = variance
    self.weights = weights
    logLikelihood = -0.5 * (Double(count) * log(variance) + logDeterminant)
  }

  deinit { gsl_matrix_free(factor) }

  /// The expected cost at a point and its standard deviation.
  ///
  /// - Complexity: O(*n*²) in the number of points.
  func prediction(at point: [Double]) -> (mean: Double, deviation: Double) {
    let correlations = GSLVector(points.map { kernel($0, point) })
    var change = 0.0
    gsl_blas_ddot(correlations.pointer, weights.pointer, &change)
    gsl_blas_dtrsv(CblasLower, CblasNoTrans, CblasNonUnit, factor, correlations.pointer)
    let explained = gsl_blas_dnrm2(correlations.pointer)
    let left = max(0, 1 - explained * explained)
    return (mean + change, (variance * left).squareRoot())
  }
}

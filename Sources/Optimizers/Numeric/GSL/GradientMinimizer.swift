// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CGSL

/// The library's minimisers that follow a gradient, here a ``DifferenceGradient``.
struct GradientMinimizer: NumericSearch {
  /// Which direction is searched along.
  enum Method: Sendable {
    case steepestDescent
    case fletcherReeves
    case polakRibiere
    case quasiNewton

    fileprivate var type: UnsafePointer<gsl_multimin_fdfminimizer_type>? {
      switch self {
      case .steepestDescent: cgsl_steepest_descent()
      case .fletcherReeves: cgsl_conjugate_fr()
      case .polakRibiere: cgsl_conjugate_pr()
      case .quasiNewton: cgsl_bfgs2()
      }
    }

    /// How exactly lines are searched, as in the library's manual; for steepest descent the factor by
    /// which a step that failed is shortened.
    fileprivate var lineTolerance: Double {
      switch self {
      case .steepestDescent, .quasiNewton: 0.1
      case .fletcherReeves, .polakRibiere: 1e-4
      }
    }
  }

  /// The length of the first step, as a part of the ranges.
  private static let firstStep = 0.01
  /// The length of the gradient, for coordinates in widths of the ranges, that counts as none.
  private static let gradientTolerance = 1e-6

  /// The part of the cost that a new beginning has to gain to be followed by another.
  private static let leastGain = 1e-12

  /// The direction.
  let method: Method

  /// Follows the gradient until it vanishes or no step along it lowers the cost.
  ///
  /// Where the method stops or leaves the bounds, it begins anew at the best point as long as that
  /// helps, at first with plain differences, then with careful ones.
  ///
  /// - Parameter objective: What is minimised.
  /// - Returns: Why the search ended.
  /// - Throws: what `objective` throws.
  func run(on objective: NumericObjective) throws -> String {
    let objective = GSLObjective(objective)
    // The minimiser keeps the address and calls it in every iteration.
    let function = UnsafeMutablePointer<gsl_multimin_function_fdf>.allocate(capacity: 1)
    function.initialize(to: objective.differentiableFunction)
    defer { function.deallocate() }
    guard let minimizer = gsl_multimin_fdfminimizer_alloc(method.type, objective.space.count)
    else { preconditionFailure("no memory for a minimiser of \(objective.space.count) numbers") }
    defer { gsl_multimin_fdfminimizer_free(minimizer) }
    while true {
      let start = GSLVector(objective.bestPlace)
      let status = gsl_multimin_fdfminimizer_set(
        minimizer, function, start.pointer, Self.firstStep, method.lineTolerance)
      try objective.check()
      // Setting the minimiser has computed the cost of the start.
      let costBefore = objective.leastCost
      let isFlat = try status == GSL_SUCCESS && descend(minimizer, objective)
      let gain = costBefore - objective.leastCost
      let hasGained = gain > Self.leastGain * max(1, abs(costBefore))
      guard isFlat || !hasGained else { continue }
      if objective.care == .careful {
        return isFlat ? "the slope is zero" : "no step along the slope lowers the cost"
      }
      objective.care = .careful
    }
  }

  /// Iterates until the gradient vanishes, nothing more is gained or the bounds are left.
  private func descend(
    _ minimizer: UnsafeMutablePointer<gsl_multimin_fdfminimizer>, _ objective: GSLObjective
  ) throws -> Bool {
    while true {
      let gradient = gsl_multimin_fdfminimizer_gradient(minimizer)
      if gsl_multimin_test_gradient(gradient, Self.gradientTolerance) == GSL_SUCCESS { return true }
      let status = gsl_multimin_fdfminimizer_iterate(minimizer)
      try objective.check()
      guard status == GSL_SUCCESS, !objective.isIdle,
        let place = gsl_multimin_fdfminimizer_x(minimizer),
        !objective.isOutside(UnsafePointer(place).elements)
      else { return false }
    }
  }
}

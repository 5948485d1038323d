// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import OPTO

extension OptimizerDescription {
  /// An optimizer of numbers that needs no model.
  ///
  /// - Parameters:
  ///   - name: The name on the command line and in records.
  ///   - summary: One sentence that says what it does.
  ///   - source: Where it was published.
  ///   - reads: What it reads of a training signal.
  ///   - appliesTo: Whether it can change parameters of these kinds; whole and real numbers unless
  ///     said otherwise.
  ///   - search: The method.
  /// - Returns: The description.
  static func numeric(
    _ name: String, summary: String, source: String, reads: [SignalPart] = [.score],
    appliesTo: @escaping @Sendable ([ParameterKind]) -> Bool = { NumericSpace.covers($0) },
    search: some NumericSearch
  ) -> OptimizerDescription {
    OptimizerDescription(
      name: name, summary: summary, source: source, reads: reads, modelUse: .never,
      appliesTo: appliesTo
    ) { context in NumericOptimizer(search, context) }
  }

  /// Steepest descent.
  public static let gslGradient = numeric(
    "gsl-gradient", summary: "Walks down the slope that differences of scores show.",
    source: "GSL, gsl_multimin steepest_descent with gsl_deriv",
    search: GradientMinimizer(method: .steepestDescent))

  /// Conjugate gradients after Fletcher and Reeves.
  public static let gslFletcherReeves = numeric(
    "gsl-cg-fr", summary: "Follows conjugate directions of Fletcher and Reeves.",
    source: "GSL, gsl_multimin conjugate_fr with gsl_deriv",
    search: GradientMinimizer(method: .fletcherReeves))

  /// Conjugate gradients after Polak and Ribiere.
  public static let gslPolakRibiere = numeric(
    "gsl-cg-pr", summary: "Follows conjugate directions of Polak and Ribiere.",
    source: "GSL, gsl_multimin conjugate_pr with gsl_deriv",
    search: GradientMinimizer(method: .polakRibiere))

  /// The quasi-Newton method of Broyden, Fletcher, Goldfarb and Shanno.
  public static let gslBFGS = numeric(
    "gsl-bfgs", summary: "Follows quasi-Newton directions from differences of scores.",
    source: "GSL, gsl_multimin vector_bfgs2 with gsl_deriv",
    search: GradientMinimizer(method: .quasiNewton))

  /// The simplex search of Nelder and Mead.
  public static let nelderMead = numeric(
    "nelder-mead", summary: "Moves a simplex of points by reflecting, stretching and shrinking it.",
    source: "GSL, gsl_multimin nmsimplex2", search: SimplexMinimizer())

  /// Adam with the step size of the paper's experiment.
  public static let adam = adam("adam", rate: 0.1)

  /// Adam with a larger step size.
  public static let fastAdam = adam("adam-0.3", rate: 0.3)

  /// Adam with the step size 1.
  public static let unitAdam = adam("adam-1.0", rate: 1)

  private static func adam(_ name: String, rate: Double) -> OptimizerDescription {
    numeric(
      name,
      summary: "Takes Adam steps of size \(rate) along exact slopes, or differences without them.",
      source: "Kingma and Ba, ICLR 2015; Cheng et al., NeurIPS 2024, appendix C.2",
      reads: [.score, .slopes], appliesTo: isReal, search: AdamSearch(rate: rate))
  }

  /// Adam that is told scores alone.
  public static let numericAdam = numeric(
    "adam-numeric",
    summary: "Takes Adam steps of size 0.1 along slopes from differences of scores.",
    source: "Kingma and Ba, ICLR 2015, with gsl_deriv", appliesTo: isReal,
    search: AdamSearch(rate: 0.1))

  private static let isReal: @Sendable ([ParameterKind]) -> Bool = { kinds in
    !kinds.isEmpty
      && kinds.allSatisfy { kind in
        if case .real = kind { true } else { false }
      }
  }
}

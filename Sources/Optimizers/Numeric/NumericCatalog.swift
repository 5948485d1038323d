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
  ///   - revision: Raised whenever its method changes.
  ///   - appliesTo: Whether it can change parameters of these kinds; whole and real numbers unless
  ///     said otherwise.
  ///   - search: The method.
  /// - Returns: The description.
  static func numeric(
    _ name: String, summary: String, source: String, reads: [SignalPart] = [.score],
    revision: Int = 1,
    appliesTo: @escaping @Sendable ([ParameterKind]) -> Bool = { NumericSpace.covers($0) },
    search: some NumericSearch
  ) -> OptimizerDescription {
    OptimizerDescription(
      name: name, summary: summary, source: source, reads: reads, modelUse: .never,
      revision: revision, appliesTo: appliesTo
    ) { context in NumericOptimizer(search, context) }
  }

  /// Steepest descent.
  public static let gslGradient = numeric(
    "gsl-gradient", summary: "Walks down the slope that differences of scores show.",
    source: "GSL, gsl_multimin steepest_descent, on differences and gsl_deriv",
    revision: 2, search: GradientMinimizer(method: .steepestDescent))

  /// Conjugate gradients after Fletcher and Reeves.
  public static let gslFletcherReeves = numeric(
    "gsl-cg-fr", summary: "Follows conjugate directions of Fletcher and Reeves.",
    source: "GSL, gsl_multimin conjugate_fr, on differences and gsl_deriv",
    revision: 2, search: GradientMinimizer(method: .fletcherReeves))

  /// Conjugate gradients after Polak and Ribiere.
  public static let gslPolakRibiere = numeric(
    "gsl-cg-pr", summary: "Follows conjugate directions of Polak and Ribiere.",
    source: "GSL, gsl_multimin conjugate_pr, on differences and gsl_deriv",
    revision: 2, search: GradientMinimizer(method: .polakRibiere))

  /// The quasi-Newton method of Broyden, Fletcher, Goldfarb and Shanno.
  public static let gslBFGS = numeric(
    "gsl-bfgs", summary: "Follows quasi-Newton directions from differences of scores.",
    source: "GSL, gsl_multimin vector_bfgs2, on differences and gsl_deriv",
    revision: 2, search: GradientMinimizer(method: .quasiNewton))

  /// The simplex search of Nelder and Mead.
  public static let nelderMead = numeric(
    "nelder-mead", summary: "Moves a simplex of points by reflecting, stretching and shrinking it.",
    source: "GSL, gsl_multimin nmsimplex2", search: SimplexMinimizer())

  /// Adam along the problem's own slopes where it gives them.
  public static let adam = OptimizerDescription(
    name: "adam",
    summary: "Takes Adam steps along exact slopes, or along differences of scores without them.",
    source: "Kingma and Ba, ICLR 2015; Cheng et al., NeurIPS 2024, appendix C.2",
    reads: [.score, .slopes], modelUse: .never, settings: [adamRate.declaration],
    appliesTo: isReal
  ) { context in NumericOptimizer(AdamSearch(rate: context.settings[adamRate]), context) }

  static let adamRate = SettingKey(
    "rate", default: 0.1, in: 1e-9...1e9, "the step size, in the parameters' own units")

  /// Adam that is told scores alone.
  public static let numericAdam = OptimizerDescription(
    name: "adam-numeric",
    summary: "Takes Adam steps along slopes from differences of scores.",
    source: "Kingma and Ba, ICLR 2015, with differences of queries", reads: [.score],
    modelUse: .never, settings: [adamRate.declaration], appliesTo: isReal
  ) { context in NumericOptimizer(AdamSearch(rate: context.settings[adamRate]), context) }

  private static let isReal: @Sendable ([ParameterKind]) -> Bool = { kinds in
    !kinds.isEmpty
      && kinds.allSatisfy { kind in
        if case .real = kind { true } else { false }
      }
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import OPTO

extension OptimizerDescription {
  /// Points of Sobol's sequence.
  public static let sobol = quasiRandom(
    "sobol", .sobol, summary: "Spreads points evenly by Sobol's sequence, moved at random.")

  /// Points of Niederreiter's sequence.
  public static let niederreiter = quasiRandom(
    "niederreiter", .niederreiter,
    summary: "Spreads points evenly by Niederreiter's sequence, moved at random.")

  private static func quasiRandom(
    _ name: String, _ sequence: QuasiRandomSearch.Sequence, summary: String
  ) -> OptimizerDescription {
    numeric(
      name, summary: summary, source: "control, by GSL's gsl_qrng", reads: [],
      appliesTo: { NumericSpace.covers($0) && $0.count <= sequence.dimensionLimit },
      search: QuasiRandomSearch(sequence: sequence))
  }

  /// Simulated annealing.
  public static let annealing = numeric(
    "annealing", summary: "Walks at random, and downhill the more the colder it gets.",
    source: "Kirkpatrick, Gelatt and Vecchi, Science 1983", search: AnnealingSearch())

  /// Particle swarm optimization with constants that converge.
  public static let particleSwarm = numeric(
    "pso",
    summary: "Moves five particles towards the best places seen, with constants that settle.",
    source: "Kennedy and Eberhart, 1995; constants of Clerc and Kennedy, 2002",
    search: ParticleSwarm(inertia: 0.72, cognitive: 1.49, social: 1.49, border: .stops))

  /// Particle swarm optimization with the constants of the paper's traffic experiment.
  public static let publishedSwarm = numeric(
    "pso-paper",
    summary: "Moves five particles with the paper's constants, which keep them moving.",
    source: "Cheng et al., NeurIPS 2024, appendix C.3",
    search: ParticleSwarm(inertia: 1.9, cognitive: 0.5, social: 0.3, border: .wraps))

  /// Evolution by covariance adaptation.
  public static let covarianceAdaptation = numeric(
    "cmaes", summary: "Samples generations from a normal distribution that it adapts (CMA-ES).",
    source: "Hansen, The CMA Evolution Strategy: A Tutorial, 2016", search: CovarianceAdaptation())

  /// Bayesian optimization.
  public static let gaussianProcess = numeric(
    "gp", summary: "Tries where a Gaussian process expects the largest improvement.",
    source: "Jones, Schonlau and Welch, 1998; Cheng et al., NeurIPS 2024, appendix C.3",
    appliesTo: { NumericSpace.covers($0) && $0.count <= 40 }, search: ExpectedImprovementSearch())
}

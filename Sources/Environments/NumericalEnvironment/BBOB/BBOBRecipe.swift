// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// How one instance of a BBOB function is put together: the stages in the order in which they are
/// applied to a point, the formula, and the penalty outside the box.
struct BBOBRecipe {
  let stages: [BBOBStage]
  let formula: BBOBFormula
  let optimum: [Double]
  let penaltyFactor: Double

  init(
    _ stages: [BBOBStage], _ formula: BBOBFormula, optimum: [Double], penaltyFactor: Double = 0
  ) {
    self.stages = stages
    self.formula = formula
    self.optimum = optimum
    self.penaltyFactor = penaltyFactor
  }

  init(_ function: BBOBFunction, dimension: Int, instance: Int) {
    let parts = BBOBParts(
      dimension: dimension, seed: function.seedNumber + 10_000 * instance)
    self =
      switch function {
      case .sphere, .ellipsoid, .rastrigin, .buecheRastrigin, .linearSlope:
        Self.separable(function, parts)
      case .attractiveSector, .stepEllipsoid, .rosenbrock, .rotatedRosenbrock:
        Self.moderate(function, parts)
      case .rotatedEllipsoid, .discus, .bentCigar, .sharpRidge, .differentPowers:
        Self.illConditioned(function, parts)
      case .rotatedRastrigin, .weierstrass, .schaffers, .illConditionedSchaffers,
        .griewankRosenbrock:
        Self.multimodal(function, parts)
      case .schwefel, .gallagher101, .gallagher21, .katsuura, .lunacek:
        Self.weaklyStructured(function, parts)
      }
  }

  private static func separable(_ function: BBOBFunction, _ parts: BBOBParts) -> BBOBRecipe {
    let optimum = parts.optimum
    switch function {
    case .ellipsoid:
      return BBOBRecipe(
        [.subtract(optimum), .oscillate], .weightedSquares(parts.ramp(to: 1e6)), optimum: optimum)
    case .rastrigin:
      return BBOBRecipe(
        [
          .subtract(optimum), .oscillate, .asymmetric(parts.asymmetry(0.2)),
          .multiply(parts.ramp(to: 10.0.squareRoot())),
        ],
        .rastrigin, optimum: optimum)
    case .buecheRastrigin:
      let shifted = optimum.enumerated().map { $0 % 2 == 0 ? abs($1) : $1 }
      return BBOBRecipe(
        [.subtract(shifted), .oscillate, .lopsided(parts.ramp(to: 10.0.squareRoot()))],
        .rastrigin, optimum: shifted, penaltyFactor: 100)
    case .linearSlope:
      let corner = optimum.map { $0 < 0 ? -5.0 : 5 }
      let slopes = zip(parts.ramp(to: 10), corner).map { $1 > 0 ? $0 : -$0 }
      return BBOBRecipe([], .linearSlope(slopes, corner: corner), optimum: corner)
    default:
      let ones = [Double](repeating: 1, count: parts.dimension)
      return BBOBRecipe([.subtract(optimum)], .weightedSquares(ones), optimum: optimum)
    }
  }

  private static func moderate(_ function: BBOBFunction, _ parts: BBOBParts) -> BBOBRecipe {
    let optimum = parts.optimum
    let factor = max(1, Double(parts.dimension).squareRoot() / 8)
    switch function {
    case .attractiveSector:
      return BBOBRecipe(
        [.subtract(optimum), .linear(parts.conditioned(10.0.squareRoot()), plus: 0)],
        .attractiveSector(optimum), optimum: optimum)
    case .stepEllipsoid:
      let stretched = parts.second.scalingRows(by: parts.ramp(to: 10).map { $0.squareRoot() })
      return BBOBRecipe(
        [.subtract(optimum), .linear(stretched, plus: 0)],
        .steppedSquares(parts.ramp(to: 100), rotation: parts.first),
        optimum: optimum, penaltyFactor: 1)
    case .rosenbrock:
      let shifted = optimum.map { 0.75 * $0 }
      return BBOBRecipe(
        [
          .subtract(shifted), .multiply([Double](repeating: factor, count: parts.dimension)),
          .subtract([Double](repeating: -1, count: parts.dimension)),
        ],
        .rosenbrock, optimum: shifted)
    default:
      return rotatedValley(parts, factor: factor, .rosenbrock)
    }
  }

  /// Rosenbrock's valley in rotated coordinates; its optimum is at 1 in each of them.
  private static func rotatedValley(
    _ parts: BBOBParts, factor: Double, _ formula: BBOBFormula
  ) -> BBOBRecipe {
    let factors = [Double](repeating: factor, count: parts.dimension)
    return BBOBRecipe(
      [.linear(parts.second.scalingRows(by: factors), plus: 0.5)],
      formula, optimum: parts.second.columnSums.map { $0 / (2 * factor) })
  }

  private static func illConditioned(_ function: BBOBFunction, _ parts: BBOBParts) -> BBOBRecipe {
    let optimum = function == .bentCigar ? parts.otherOptimum : parts.optimum
    let rotate = BBOBStage.linear(parts.first, plus: 0)
    let shift = BBOBStage.subtract(optimum)
    switch function {
    case .rotatedEllipsoid:
      return BBOBRecipe(
        [shift, rotate, .oscillate], .weightedSquares(parts.ramp(to: 1e6)), optimum: optimum)
    case .discus:
      return BBOBRecipe(
        [shift, rotate, .oscillate], .weightedSquares(parts.weights(first: 1e6, others: 1)),
        optimum: optimum)
    case .bentCigar:
      return BBOBRecipe(
        [shift, rotate, .asymmetric(parts.asymmetry(0.5)), rotate],
        .weightedSquares(parts.weights(first: 1, others: 1e6)), optimum: optimum)
    case .sharpRidge:
      return BBOBRecipe(
        [shift, .linear(parts.conditioned(10.0.squareRoot()), plus: 0)],
        .sharpRidge, optimum: optimum)
    default:
      let exponents = parts.steps.map { 2 + 4 * $0 }
      return BBOBRecipe([shift, rotate], .differentPowers(exponents), optimum: optimum)
    }
  }

  private static func multimodal(_ function: BBOBFunction, _ parts: BBOBParts) -> BBOBRecipe {
    let optimum = parts.optimum
    let beginning: [BBOBStage] = [.subtract(optimum), .linear(parts.first, plus: 0)]
    switch function {
    case .rotatedRastrigin:
      return BBOBRecipe(
        beginning + [
          .oscillate, .asymmetric(parts.asymmetry(0.2)),
          .linear(parts.conditioned(10.0.squareRoot()), plus: 0),
        ],
        .rastrigin, optimum: optimum)
    case .weierstrass:
      return BBOBRecipe(
        beginning + [.oscillate, .linear(parts.conditioned(0.1), plus: 0)],
        .weierstrass(WeierstrassSum()), optimum: optimum,
        penaltyFactor: 10 / Double(parts.dimension))
    case .schaffers, .illConditionedSchaffers:
      let condition = function == .schaffers ? 10.0 : 1000
      let stretched = parts.second.scalingRows(by: parts.ramp(to: condition.squareRoot()))
      return BBOBRecipe(
        beginning + [.asymmetric(parts.asymmetry(0.5)), .linear(stretched, plus: 0)],
        .schaffers, optimum: optimum, penaltyFactor: 10)
    default:
      let factor = max(1, Double(parts.dimension).squareRoot() / 8)
      return rotatedValley(parts, factor: factor, .griewankRosenbrock)
    }
  }

  private static func weaklyStructured(
    _ function: BBOBFunction, _ parts: BBOBParts
  ) -> BBOBRecipe {
    switch function {
    case .gallagher101, .gallagher21:
      let peaks = GallagherPeaks(
        count: function == .gallagher101 ? 101 : 21, rotation: parts.second, seed: parts.seed)
      return BBOBRecipe(
        [.linear(parts.second, plus: 0)], .gallagher(peaks), optimum: peaks.optimum,
        penaltyFactor: 1)
    case .katsuura:
      return BBOBRecipe(
        [.subtract(parts.optimum), .linear(parts.conditioned(10), plus: 0)],
        .katsuura, optimum: parts.optimum, penaltyFactor: 1)
    case .lunacek:
      let signs = BBOBRandom.normal(parts.dimension, seed: parts.seed).map { $0 < 0 ? -1.0 : 1 }
      return BBOBRecipe(
        [.multiply(signs.map { 2 * $0 })], .lunacek(parts.conditioned(10)),
        optimum: signs.map { 1.25 * $0 }, penaltyFactor: 1e4)
    default:
      return schwefel(parts)
    }
  }

  private static func schwefel(_ parts: BBOBParts) -> BBOBRecipe {
    let centre = 4.2096874637
    let signs = BBOBRandom.uniform(parts.dimension, seed: parts.seed).map { $0 < 0.5 ? -1.0 : 1 }
    let centres = [Double](repeating: centre, count: parts.dimension)
    return BBOBRecipe(
      [
        .multiply(signs.map { 2 * $0 }), .chained(centre), .subtract(centres),
        .multiply(parts.ramp(to: 10.0.squareRoot())), .subtract(centres.map { -$0 }),
        .multiply([Double](repeating: 100, count: parts.dimension)),
      ],
      .schwefel, optimum: signs.map { $0 * 0.5 * centre })
  }
}

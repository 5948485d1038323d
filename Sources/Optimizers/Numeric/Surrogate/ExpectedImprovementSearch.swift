// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CGSL
import OPTO

/// Bayesian optimization: a Gaussian process learns the cost, and the point with the largest
/// expected improvement is tried next.
///
/// Source: Jones, Schonlau and Welch, Journal of Global Optimization 13, 1998, 455-492.
/// Five points come first: the start and four of a Sobol sequence. Lengths and noise are fitted
/// anew for each proposal, beyond 50 points for each tenth. The improvement is maximised over 1000
/// random points and steps around the best of them; points that were tried are left out.
struct ExpectedImprovementSearch: NumericSearch {
  private static let firstPoints = 5
  private static let candidateCount = 1000
  private static let nearbySteps = [0.1, 0.03, 0.01, 0.003]
  private static let nearbyCount = 25
  private static let alwaysFitted = 50

  /// Tries points until none is left that was not tried.
  ///
  /// - Parameter objective: What is minimised.
  /// - Returns: Why the search ended.
  /// - Throws: what `objective` throws.
  func run(on objective: NumericObjective) throws -> String {
    let space = objective.space
    var record = TriedPoints(objective)
    try record.add(space.unit(of: space.start))
    let beginning = QuasiRandomPoints(
      .sobol, dimension: space.count, generator: &objective.generator)
    while record.count < Self.firstPoints { try record.add(beginning.next()) }
    var fit = ProcessFit(dimension: space.count)
    while true {
      let costs = record.standardCosts
      if record.count <= Self.alwaysFitted || record.count % 10 == 0 {
        fit.improve(record.places, costs)
      }
      guard let process = fit.process(record.places, costs) else {
        try record.add(space.coordinates.map { _ in objective.generator.unit() })
        continue
      }
      let improvement = ExpectedImprovement(process, over: costs.min() ?? 0)
      guard let next = Self.best(of: improvement, record, objective) else {
        return "every point was tried"
      }
      try record.add(next)
    }
  }

  private static func best(
    of improvement: ExpectedImprovement, _ record: TriedPoints, _ objective: NumericObjective
  ) -> [Double]? {
    var best: (place: [Double], value: Double)?
    func consider(_ place: [Double]) {
      guard let place = record.untried(place) else { return }
      let value = improvement(at: place)
      if best.map({ value > $0.value }) ?? true { best = (place, value) }
    }
    for _ in 0..<candidateCount {
      consider(objective.space.coordinates.map { _ in objective.generator.unit() })
    }
    for step in nearbySteps {
      for _ in 0..<nearbyCount {
        for centre in [best?.place, record.bestPlace].compactMap(\.self) {
          consider(
            centre.map {
              UnitInterval.clamped($0 + step * NormalDraw.next(&objective.generator))
            })
        }
      }
    }
    return best?.place
  }
}

/// How much lower than the least cost so far a point is expected to be.
private struct ExpectedImprovement {
  private let process: GaussianProcess
  private let leastCost: Double

  init(_ process: GaussianProcess, over leastCost: Double) {
    self.process = process
    self.leastCost = leastCost
  }

  func callAsFunction(at place: [Double]) -> Double {
    let prediction = process.prediction(at: place)
    let gain = leastCost - prediction.mean
    guard prediction.deviation > 0 else { return max(0, gain) }
    let ratio = gain / prediction.deviation
    return gain * gsl_cdf_ugaussian_P(ratio)
      + prediction.deviation * gsl_ran_ugaussian_pdf(ratio)
  }
}

/// What was tried, in places of the unit cube that can be proposed.
private struct TriedPoints {
  private let objective: NumericObjective
  private(set) var places: [[Double]] = []
  private var costs: [Double] = []
  private var known: Set<[Double]> = []

  init(_ objective: NumericObjective) { self.objective = objective }

  var count: Int { places.count }

  var bestPlace: [Double]? { zip(places, costs).min { $0.1 < $1.1 }?.0 }

  /// The costs without their mean, in units of their standard deviation.
  var standardCosts: [Double] {
    let mean = costs.reduce(0, +) / Double(costs.count)
    let square = costs.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(costs.count)
    return costs.map { ($0 - mean) / max(square.squareRoot(), .leastNormalMagnitude) }
  }

  /// Evaluates a place.
  mutating func add(_ place: [Double]) throws {
    let place = proposable(place)
    costs.append(try objective.cost(at: objective.space.point(atUnit: place)))
    places.append(place)
    known.insert(place)
  }

  /// The place that is proposed for a place, or nil when it was tried.
  func untried(_ place: [Double]) -> [Double]? {
    let place = proposable(place)
    return known.contains(place) ? nil : place
  }

  private func proposable(_ place: [Double]) -> [Double] {
    objective.space.unit(of: objective.space.admitted(objective.space.point(atUnit: place)))
  }
}

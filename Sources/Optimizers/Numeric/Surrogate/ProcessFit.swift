// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Finds the lengths and the noise that make observed costs likeliest.
struct ProcessFit: Sendable {
  /// Coordinates beyond which one length is shared by all, because so many lengths can't be told
  /// apart by a few costs.
  private static let separateLimit = 8
  private static let lengths: ClosedRange<Double> = log(0.01)...log(10)
  private static let noises: ClosedRange<Double> = log(1e-6)...log(1e-2)
  private static let movesPerSetting = 20

  /// The logarithms of the lengths, one or as many as there are coordinates, and of the noise.
  private var settings: [Double]
  private let dimension: Int

  /// Begins with lengths of 0.3 and a noise of 0.0001.
  init(dimension: Int) {
    self.dimension = dimension
    let lengthCount = dimension > Self.separateLimit ? 1 : dimension
    settings = [Double](repeating: log(0.3), count: lengthCount) + [log(1e-4)]
  }

  /// Improves the settings, from those that were found last.
  ///
  /// - Parameters:
  ///   - points: Places in the unit cube, at least one.
  ///   - costs: One for each point.
  /// - Complexity: O(*d* · *n*³) in dimension and points.
  mutating func improve(_ points: [[Double]], _ costs: [Double]) {
    let fit = self
    let simplex = GSLSimplex(
      at: settings, edges: [Double](repeating: 0.5, count: settings.count)
    ) { settings in
      // Settings out of range cost more the farther they are, so that the simplex comes back.
      let held = Self.held(settings)
      let excess = zip(held, settings).reduce(0) { $0 + abs($1.0 - $1.1) }
      guard let process = fit.process(points, costs, held) else { return 1e10 }
      return -process.logLikelihood + excess
    }
    for _ in 0..<Self.movesPerSetting * settings.count where simplex.size > 0.01 {
      guard simplex.move() else { break }
    }
    let best = simplex.best
    if best.allSatisfy(\.isFinite) { settings = Self.held(best) }
  }

  /// The process of the present settings, or nil when no noise makes it computable.
  func process(_ points: [[Double]], _ costs: [Double]) -> GaussianProcess? {
    process(points, costs, settings)
      ?? process(points, costs, settings.dropLast() + [Self.noises.upperBound])
  }

  private func process(
    _ points: [[Double]], _ costs: [Double], _ settings: [Double]
  ) -> GaussianProcess? {
    let lengths = settings.dropLast().map(exp)
    let kernel = MaternKernel(
      lengths: lengths.count == 1
        ? [Double](repeating: lengths[0], count: dimension) : lengths)
    return GaussianProcess(points, costs, kernel: kernel, noise: exp(settings[settings.count - 1]))
  }

  private static func held(_ settings: [Double]) -> [Double] {
    settings.enumerated().map { index, value in
      let range = index == settings.count - 1 ? noises : lengths
      return min(range.upperBound, max(range.lowerBound, value))
    }
  }
}

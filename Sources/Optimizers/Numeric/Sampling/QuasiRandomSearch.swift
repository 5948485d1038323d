// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CGSL
import OPTO

/// Evenly spread points of a sequence of low discrepancy, which look at no score.
///
/// They are moved by a random vector around the unit cube, so that seeds are replicates (Cranley and
/// Patterson, SIAM Journal on Numerical Analysis 13, 1976, 904-914).
struct QuasiRandomSearch: NumericSearch {
  /// Which sequence the library gives.
  enum Sequence: Sendable {
    case sobol
    case niederreiter

    /// The most coordinates that the library has the sequence for.
    var dimensionLimit: Int {
      switch self {
      case .sobol: 40
      case .niederreiter: 12
      }
    }

    fileprivate var type: UnsafePointer<gsl_qrng_type>? {
      switch self {
      case .sobol: cgsl_qrng_sobol()
      case .niederreiter: cgsl_qrng_niederreiter()
      }
    }
  }

  /// The sequence.
  let sequence: Sequence

  /// Asks for one point after the other.
  ///
  /// - Parameter objective: Whose space is covered.
  /// - Returns: Nothing: the sequence has no end.
  /// - Throws: what `objective` throws.
  func run(on objective: NumericObjective) throws -> String {
    _ = try objective.cost(at: objective.space.start)
    let points = QuasiRandomPoints(
      sequence, dimension: objective.space.count, generator: &objective.generator)
    while true { _ = try objective.cost(at: objective.space.point(atUnit: points.next())) }
  }
}

/// The points of one sequence, moved at random.
final class QuasiRandomPoints {
  private let sequence: UnsafeMutablePointer<gsl_qrng>
  private let shift: [Double]

  /// Begins a sequence.
  ///
  /// - Parameters:
  ///   - kind: Which one.
  ///   - dimension: From 1 to its limit.
  ///   - generator: Draws how far the points are moved.
  init(
    _ kind: QuasiRandomSearch.Sequence, dimension: Int, generator: inout SeededGenerator
  ) {
    guard let sequence = gsl_qrng_alloc(kind.type, UInt32(dimension)) else {
      preconditionFailure("there is no sequence of \(dimension) dimensions")
    }
    self.sequence = sequence
    shift = (0..<dimension).map { _ in generator.unit() }
  }

  deinit { gsl_qrng_free(sequence) }

  /// The next place of the unit cube.
  func next() -> [Double] {
    var place = [Double](repeating: 0, count: shift.count)
    gsl_qrng_get(sequence, &place)
    return zip(place, shift).map { ($0 + $1).truncatingRemainder(dividingBy: 1) }
  }
}

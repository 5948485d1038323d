// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CGSL

/// The simplex of Nelder and Mead as the library moves it.
final class GSLSimplex {
  private let minimizer: UnsafeMutablePointer<gsl_multimin_fminimizer>
  private let function: UnsafeMutablePointer<gsl_multimin_function>
  private let cost: ([Double]) -> Double
  private var status: Int32 = 0

  /// Creates a simplex.
  ///
  /// - Parameters:
  ///   - start: One corner, of at least one coordinate.
  ///   - edges: How far each of the other corners lies along its coordinate.
  ///   - cost: What is minimised.
  init(at start: [Double], edges: [Double], cost: @escaping ([Double]) -> Double) {
    guard let minimizer = gsl_multimin_fminimizer_alloc(cgsl_nmsimplex2(), start.count)
    else { preconditionFailure("no memory for a simplex of \(start.count) numbers") }
    self.minimizer = minimizer
    self.cost = cost
    function = .allocate(capacity: 1)
    function.initialize(
      to: gsl_multimin_function(
        f: { place, context in
          guard let place, let context else { return .nan }
          return Unmanaged<GSLSimplex>.fromOpaque(context).takeUnretainedValue()
            .cost(place.elements)
        },
        n: start.count, params: Unmanaged.passUnretained(self).toOpaque()))
    let (start, edges) = (GSLVector(start), GSLVector(edges))
    status = gsl_multimin_fminimizer_set(minimizer, function, start.pointer, edges.pointer)
  }

  deinit {
    gsl_multimin_fminimizer_free(minimizer)
    function.deallocate()
  }

  /// The mean distance of the corners from their centre.
  var size: Double { gsl_multimin_fminimizer_size(minimizer) }

  /// The best corner.
  var best: [Double] {
    gsl_multimin_fminimizer_x(minimizer).map { UnsafePointer($0).elements } ?? []
  }

  /// Moves one corner or shrinks the simplex; false when that is not possible any more.
  func move() -> Bool {
    guard status == GSL_SUCCESS else { return false }
    status = gsl_multimin_fminimizer_iterate(minimizer)
    return status == GSL_SUCCESS
  }
}

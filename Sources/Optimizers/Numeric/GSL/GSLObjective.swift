// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CGSL

/// A numeric objective as the library's minimisers call it.
///
/// Their coordinates count from the start in widths of the ranges, so that the start is met exactly
/// and the box has sides of length 1. Points outside the bounds cost what the nearest admitted point
/// costs, and what was asked once is remembered: the objective is taken to be deterministic.
final class GSLObjective {
  /// Remembered answers in a row after which a search goes round in circles.
  private static let idleLimit = 1000

  private let objective: NumericObjective
  private var gradient: DifferenceGradient
  private var known: [[Double]: Double] = [:]
  private var idleCount = 0
  private var failure: (any Error)?

  /// Wraps an objective.
  init(_ objective: NumericObjective) {
    self.objective = objective
    gradient = DifferenceGradient(objective)
  }

  /// The space of the points.
  var space: NumericSpace { objective.space }

  /// Whether no new point has been asked for so long that none will be.
  var isIdle: Bool { idleCount > Self.idleLimit }

  /// How real coordinates are differentiated.
  var care: DifferenceGradient.Care {
    get { gradient.care }
    set { gradient.care = newValue }
  }

  /// Whether a place in the minimiser's coordinates has been left for the nearest admitted point.
  func isOutside(_ place: [Double]) -> Bool {
    zip(space.coordinates, point(at: place)).contains { coordinate, number in
      coordinate.bounds.map { !$0.contains(number) } ?? false
    }
  }

  /// The least cost so far.
  var leastCost: Double { objective.best?.cost ?? .infinity }

  /// The best point so far in the minimiser's coordinates.
  var bestPlace: [Double] { place(of: objective.best?.point ?? space.start) }

  /// Gives up when the search has to end.
  ///
  /// - Throws: what a question threw while the minimiser was running.
  func check() throws {
    if let failure { throw failure }
  }

  /// The cost at a place; not a number once the search has to end, on which minimisers stop soon.
  func cost(at place: [Double]) -> Double {
    let point = space.admitted(point(at: place))
    if let cost = known[point] {
      idleCount += 1
      return cost
    }
    return attempt(or: .nan) {
      let cost = try objective.cost(at: point)
      known[point] = cost
      idleCount = 0
      return cost
    }
  }

  /// The derivatives of the cost with respect to the minimiser's coordinates.
  func slopes(at place: [Double]) -> [Double] {
    let nothing = [Double](repeating: .nan, count: place.count)
    return attempt(or: nothing) {
      let slopes = try gradient.slopes(at: point(at: place))
      return zip(space.coordinates, slopes).map { $0.width * $1 }
    }
  }

  private func attempt<Value>(or nothing: Value, _ body: () throws -> Value) -> Value {
    guard failure == nil else { return nothing }
    do {
      return try body()
    } catch {
      failure = error
      return nothing
    }
  }

  private func point(at place: [Double]) -> [Double] {
    zip(space.coordinates, place).map { $0.start + $0.width * $1 }
  }

  private func place(of point: [Double]) -> [Double] {
    zip(space.coordinates, point).map { ($1 - $0.start) / $0.width }
  }
}

extension GSLObjective {
  /// The objective behind the pointer that the library hands back.
  private static func behind(_ context: UnsafeMutableRawPointer?) -> GSLObjective? {
    context.map { Unmanaged<GSLObjective>.fromOpaque($0).takeUnretainedValue() }
  }

  /// The pointer that the library hands back; valid while this object lives.
  private var context: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

  /// Cost and slopes as functions of the library; valid while this object lives.
  var differentiableFunction: gsl_multimin_function_fdf {
    gsl_multimin_function_fdf(
      f: { place, context in
        guard let place else { return .nan }
        return GSLObjective.behind(context)?.cost(at: place.elements) ?? .nan
      },
      df: { place, context, slopes in
        guard let place, let slopes else { return }
        GSLObjective.write(GSLObjective.behind(context)?.slopes(at: place.elements), to: slopes)
      },
      fdf: { place, context, cost, slopes in
        guard let place, let cost, let slopes else { return }
        let objective = GSLObjective.behind(context)
        cost.pointee = objective?.cost(at: place.elements) ?? .nan
        GSLObjective.write(objective?.slopes(at: place.elements), to: slopes)
      },
      n: space.count, params: context)
  }

  private static func write(_ slopes: [Double]?, to target: UnsafeMutablePointer<gsl_vector>) {
    for (index, slope) in (slopes ?? []).enumerated() { gsl_vector_set(target, index, slope) }
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import TrialRecords

/// How good the states of several trials were after so much was spent.
package struct LearningCurve: Sendable, Hashable {
  /// What is spent.
  package enum Axis: String, Sendable, Hashable, CaseIterable {
    case step, evaluation, call, token, money

    /// The axis in words.
    package var title: String {
      switch self {
      case .step: "optimizer steps"
      case .evaluation: "evaluations"
      case .call: "model calls"
      case .token: "tokens"
      case .money: "US dollars"
      }
    }

    /// What was spent at a point; nil for money at a price that is not known.
    func value(_ point: ProgressPoint) -> Double? {
      switch self {
      case .step: Double(point.step)
      case .evaluation: Double(point.evaluations)
      case .call: Double(point.calls)
      case .token: Double(point.tokens)
      case .money: point.money
      }
    }
  }

  /// Which score of a trial counts.
  package enum Measure: String, Sendable, Hashable, CaseIterable {
    /// The best score so far.
    case best
    /// The last score.
    case current
    /// 1 once the target was reached, else 0.
    case success
  }

  /// The curve at one place.
  package struct Point: Sendable, Hashable {
    /// What was spent.
    package let spent: Double
    /// Trials with a finite value.
    package let count: Int
    /// Trials that have begun and have no finite value.
    package let missing: Int
    /// The mean over trials.
    package let mean: Double
    /// The median over trials.
    package let median: Double
    /// The standard error of the mean; nil for one trial.
    package let standardError: Double?
    /// The 95% interval of the mean by Student's distribution, Wilson's for successes; nil for one
    /// trial.
    package let interval: ConfidenceInterval?
  }

  /// At most so many places are kept, evenly spread over those there are.
  package static let resolution = 200

  /// The places in their order, without those at which no trial has a finite value.
  package let points: [Point]

  /// Computes a curve; a trial that has ended keeps its last value.
  ///
  /// - Complexity: O(*n* · *r*) in the points of all trials and the resolution.
  package init(_ trials: [[ProgressPoint]], over axis: Axis, of measure: Measure) {
    let values = trials.map { Self.values(of: $0, over: axis, measure) }
    points = Self.places(values.flatMap { $0.map(\.spent) }).compactMap { place in
      let begun = values.compactMap { trial in trial.last { $0.spent <= place } }
      return Point(at: place, begun.map(\.value), of: measure)
    }
  }

  private typealias Value = (spent: Double, value: Double?)

  private static func values(
    of trial: [ProgressPoint], over axis: Axis, _ measure: Measure
  ) -> [Value] {
    var best: Double?
    var isHit = false
    return trial.compactMap { point in
      if let score = point.score { best = max(best ?? score, score) }
      isHit = isHit || point.outcome == .correct
      let value: Double? =
        switch measure {
        case .best: best
        case .current: point.score
        case .success: isHit ? 1 : 0
        }
      return axis.value(point).map { ($0, value) }
    }
  }

  private static func places(_ all: [Double]) -> [Double] {
    let distinct = Set(all).sorted()
    guard distinct.count > resolution else { return distinct }
    return (0..<resolution).map { distinct[$0 * (distinct.count - 1) / (resolution - 1)] }
  }
}

extension LearningCurve.Point {
  fileprivate init?(at place: Double, _ values: [Double?], of measure: LearningCurve.Measure) {
    let finite = values.compactMap(\.self)
    guard let spread = NumberSpread(finite) else { return nil }
    spent = place
    count = finite.count
    missing = values.count - finite.count
    mean = spread.mean
    median = spread.median
    standardError = spread.standardError
    interval =
      measure == .success && finite.count > 1
      ? ConfidenceInterval(wilsonForRate: spread.mean, of: Double(finite.count))
      : spread.interval
  }
}

extension LearningCurve {
  /// The curve after so much was spent, which is its last point up to there.
  ///
  /// - Complexity: O(*n*) in the number of points.
  package func point(at spent: Double) -> Point? { points.last { $0.spent <= spent } }
}

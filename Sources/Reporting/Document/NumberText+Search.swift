// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

extension NumberText {
  /// A number of any size with four significant digits, such as `11,280`, `0.01235` and `1.235e-8`.
  static func significant(_ value: Double) -> String {
    guard value.isFinite else { return none }
    guard value != 0 else { return "0" }
    let size = abs(value)
    guard size >= 1e-4, size < 1e7 else { return scientific(value) }
    if size >= 999.95 {
      let text = count(Int(size.rounded()))
      return (value < 0 ? "-" : "") + text
    }
    var places = 0
    var scaled = size
    while scaled < 999.95 {
      scaled *= 10
      places += 1
    }
    return decimal(value, places: places)
  }

  private static func scientific(_ value: Double) -> String {
    var exponent = 0
    var mantissa = abs(value)
    while mantissa >= 10 {
      mantissa /= 10
      exponent += 1
    }
    while mantissa < 1 {
      mantissa *= 10
      exponent -= 1
    }
    var digits = decimal(mantissa, places: 3)
    if digits == "10.000" {
      digits = "1.000"
      exponent += 1
    }
    return (value < 0 ? "-" : "") + digits + "e\(exponent)"
  }

  /// A score as its task means it, or that there is none.
  static func shown(_ score: Double?, as measure: ScoreMeasure) -> String {
    score.map { significant(measure.shown($0)) } ?? none
  }

  /// A mean score as its task means it, with its interval.
  static func mean(_ estimate: MeanEstimate?, as measure: ScoreMeasure) -> String {
    guard let estimate else { return none }
    let mean = significant(measure.shown(estimate.mean))
    guard let interval = estimate.interval.map(measure.shown) else { return mean }
    return "\(mean) [\(significant(interval.lower)), \(significant(interval.upper))]"
  }

  /// An interquartile mean of shares in percent with its interval.
  static func percent(_ mean: InterquartileMean) -> String {
    mean.interval.map { percent(mean.value, $0) } ?? percent(mean.value)
  }

  /// A probability of improvement with its interval.
  static func probability(_ improvement: ProbabilityOfImprovement) -> String {
    let value = decimal(improvement.value, places: 2)
    guard let interval = improvement.interval else { return value }
    return "\(value) [\(decimal(interval.lower, places: 2)), "
      + "\(decimal(interval.upper, places: 2))]"
  }
}

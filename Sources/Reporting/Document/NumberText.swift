// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Numbers as tables show them, the same on every machine.
enum NumberText {
  /// What stands where there is nothing to show.
  static let none = "–"
  /// What stands where two states are the same.
  static let same = "="

  /// A number rounded to some places after the point.
  static func decimal(_ value: Double, places: Int) -> String {
    guard value.isFinite else { return none }
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let scaled = (abs(value) * scale).rounded()
    guard scaled < 1e15 else { return "\(value)" }
    let digits = String(Int(scaled))
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    let sign = value < 0 && scaled > 0 ? "-" : ""
    guard places > 0 else { return sign + padded }
    return sign + padded.dropLast(places) + "." + padded.suffix(places)
  }

  /// A rate in percent.
  static func percent(_ rate: Double) -> String { decimal(100 * rate, places: 1) }

  /// A rate in percent with its interval.
  static func percent(_ rate: Double, _ interval: ConfidenceInterval) -> String {
    "\(percent(rate)) [\(percent(interval.lower)), \(percent(interval.upper))]"
  }

  /// A rate in percent with its interval, marked when it is the best.
  static func percent(_ estimate: RateEstimate, isBest: Bool = false) -> String {
    (isBest ? "*" : "") + percent(estimate.rate, estimate.interval)
  }

  /// A difference of rates in percentage points, with its sign.
  static func signedPoints(_ difference: Double) -> String {
    let text = percent(difference)
    return difference > 0 && text != "0.0" ? "+" + text : text
  }

  /// A difference of rates in percentage points with its interval.
  static func points(_ difference: RiskDifference) -> String {
    let interval = difference.interval
    return signedPoints(difference.difference)
      + " [\(signedPoints(interval.lower)), \(signedPoints(interval.upper))]"
  }

  /// A mean score with its interval.
  static func score(_ estimate: HierarchicalBootstrap) -> String {
    let interval = estimate.interval
    return decimal(estimate.mean, places: 3)
      + " [\(decimal(interval.lower, places: 3)), \(decimal(interval.upper, places: 3))]"
  }

  /// A probability with three places.
  static func probability(_ value: Double) -> String {
    value < 0.001 ? "<0.001" : decimal(value, places: 3)
  }

  /// A whole number with its digits in groups of three.
  static func count(_ value: Int) -> String {
    var text = ""
    for (index, digit) in String(value).reversed().enumerated() {
      if index > 0, index.isMultiple(of: 3), digit != "-" { text.append(",") }
      text.append(digit)
    }
    return String(text.reversed())
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import OPTO
import Trace

/// One trainable number as a coordinate of a search.
struct NumericCoordinate: Sendable {
  /// The greatest whole number that is searched for where there are no bounds: beyond it a real
  /// number cannot tell neighbours apart.
  private static let greatestWhole = 0x1p53

  /// The parameter's name.
  let name: String
  /// Whether only whole numbers are proposed.
  let isWhole: Bool
  /// The range that every value has to be in, or nil when there is none.
  let bounds: ClosedRange<Double>?
  /// The number with which the trial begins.
  let start: Double
  /// The value with which the trial begins, as the problem gives it.
  let initialValue: TraceValue
  /// Where a search without a better idea looks: the bounds, or ten times the size of the start,
  /// at least 10, to both sides of it.
  let range: ClosedRange<Double>

  /// Reads a parameter; nil for one that is no number or has a single value.
  init?(_ parameter: ParameterSpecification) {
    guard let start = parameter.initialValue.realValue, start.isFinite else { return nil }
    switch parameter.kind {
    case .integer(let bounds):
      isWhole = true
      self.bounds = bounds.map { Double($0.lowerBound)...Double($0.upperBound) }
    case .real(let bounds):
      isWhole = false
      self.bounds = bounds
    case .text, .code, .flag, .choice:
      return nil
    }
    name = parameter.name
    self.start = start
    initialValue = parameter.initialValue
    let reach = 10 * max(1, abs(start))
    range = bounds ?? start - reach...start + reach
    guard range.upperBound > range.lowerBound else { return nil }
  }

  /// How wide the range is, above 0.
  var width: Double { range.upperBound - range.lowerBound }

  /// The nearest number that may be proposed; halves are rounded away from zero.
  func admitted(_ number: Double) -> Double {
    guard number.isFinite else { return start }
    var admitted = number
    if isWhole {
      admitted = min(Self.greatestWhole, max(-Self.greatestWhole, number.rounded()))
    }
    if let bounds { admitted = min(bounds.upperBound, max(bounds.lowerBound, admitted)) }
    return admitted
  }

  /// The value of the parameter for a number.
  func value(_ number: Double) -> TraceValue {
    guard number != start else { return initialValue }
    let admitted = admitted(number)
    return isWhole ? .integer(Int(admitted)) : .real(admitted)
  }
}

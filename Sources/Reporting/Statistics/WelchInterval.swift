// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

extension ConfidenceInterval {
  /// A mean with its standard error.
  struct Mean {
    let value: Double
    let standardError: Double
    /// The degrees of freedom of the standard error; nil when it is not known from how many numbers
    /// it was computed.
    let degreesOfFreedom: Double?
  }

  /// Student's interval of the difference of two independent means.
  ///
  /// The degrees of freedom are Satterthwaite's (Biometrics Bull. 2, 1946, 110-114; Welch, Biometrika
  /// 34, 1947, 28-35). A standard error from unknown numbers is taken as exact, with the degrees of
  /// freedom of the other one, so that it never makes the interval shorter than without it.
  ///
  /// - Parameters:
  ///   - first: The mean to compare with.
  ///   - second: The mean that is compared.
  init(from first: Mean, to second: Mean) {
    let parts = [first, second].map { (square: $0.standardError * $0.standardError, mean: $0) }
    let variance = parts.reduce(0) { $0 + $1.square }
    let known = parts.compactMap { part in
      part.mean.degreesOfFreedom.map { (square: part.square, freedom: $0) }
    }
    let uncertainty = known.reduce(0) { $0 + $1.square * $1.square / $1.freedom }
    let pooled = uncertainty > 0 ? variance * variance / uncertainty : .infinity
    let freedom = known.count == 2 ? pooled : known.first?.freedom ?? .infinity
    let reach = Self.studentQuantile(degreesOfFreedom: freedom) * variance.squareRoot()
    let difference = second.value - first.value
    self.init(lower: difference - reach, upper: difference + reach)
  }
}

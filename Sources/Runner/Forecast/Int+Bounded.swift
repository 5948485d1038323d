// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

extension Int {
  /// The sum of two bounds of at least 0; `Int.max` where it is larger.
  package func plus(_ other: Int) -> Int {
    let (sum, isTooLarge) = addingReportingOverflow(other)
    return isTooLarge ? .max : sum
  }

  /// The product of two bounds of at least 0; `Int.max` where it is larger.
  package func times(_ other: Int) -> Int {
    let (product, isTooLarge) = multipliedReportingOverflow(by: other)
    return isTooLarge ? .max : product
  }
}

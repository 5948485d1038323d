// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Names of runs, unique among runs that begin on different machines at the same moment.
enum RunIdentifier {
  /// The time in UTC and eight random digits, such as `20261124-131005-3f9a02c1`.
  static func make(at seconds: Double) -> String {
    let time = Date(timeIntervalSince1970: seconds).ISO8601Format()
      .filter { $0.isNumber || $0 == "T" }.replacing("T", with: "-")
    let suffix = String(UInt32.random(in: .min ... .max), radix: 16)
    return time + "-" + String(repeating: "0", count: 8 - suffix.count) + suffix
  }
}

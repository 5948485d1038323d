// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import Foundation

extension SharedReference {
  /// The programs recorded from the published sampler, or nil on a machine without them.
  static let programs = file("reference/numerical/problems_c7_g5.json")
}

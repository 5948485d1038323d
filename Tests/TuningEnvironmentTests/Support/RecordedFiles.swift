// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import Foundation

extension SharedReference {
  /// Runs of the tanks, or nil on a machine without them.
  static let tanks = file("reference/tuning/pid_reference.json")
  /// Fits by scikit-learn, or nil on a machine without them.
  static let fits = file("reference/tuning/gbm_reference.json")
}

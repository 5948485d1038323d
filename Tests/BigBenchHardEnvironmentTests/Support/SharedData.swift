// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import BenchTestSupport
import Foundation

/// The published data sets that some machines have beside the checkout.
enum SharedData {
  /// The publisher's BBH files, or nil on a machine without them.
  static let bigBenchHard = SharedReference.file("data/bbh")
}

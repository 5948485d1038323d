// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import Foundation

/// How thoroughly generators are checked.
package enum ItemCheck {
  /// Seeds of draws with at most 100 items each; `OPTOBENCH_GENERATOR_SEEDS` asks for more than the
  /// few that fit into every run of the tests.
  package static let seeds: UInt64 =
    ProcessInfo.processInfo.environment["OPTOBENCH_GENERATOR_SEEDS"].flatMap(UInt64.init) ?? 3
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import AIMEEnvironment
import BigBenchHardEnvironment
package import Datasets
import GSM8KEnvironment
import MultiHopEnvironment
import MultipleChoiceEnvironment

/// The published sets that suites use with `--data official`.
package enum DataCatalog {
  /// The manifests, sorted by name.
  ///
  /// - Throws: `DataError` when one that is built into the program is damaged.
  package static func manifests() throws(DataError) -> [DataManifest] {
    [
      try OfficialAIME.manifest(), try OfficialBigBenchHard.pinnedManifest(),
      try OfficialGPQA.manifest(), try OfficialGSM8K.pinnedManifest(),
      try OfficialHotpotQA.pinnedManifest(), try OfficialMMLU.pinnedManifest(),
    ]
  }

  /// The manifests of some sets.
  ///
  /// - Parameter names: Their names; none means all sets.
  /// - Returns: The manifests, sorted by name.
  /// - Throws: ``PlanError`` for the first name that is not known; `DataError`.
  package static func manifests(named names: [String]) throws -> [DataManifest] {
    let all = try manifests()
    for name in names where !all.contains(where: { $0.name == name }) {
      throw PlanError.unknown("data set", name, option: "'bench data'", known: all.map(\.name))
    }
    return names.isEmpty ? all : all.filter { names.contains($0.name) }
  }
}

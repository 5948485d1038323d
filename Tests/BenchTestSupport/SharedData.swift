// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import Foundation

/// The published data sets that some machines have beside the checkout.
package enum SharedData {
  /// The publisher's BBH files, or nil on a machine without them.
  package static let bigBenchHard = SharedReference.file("data/bbh")
  /// The publisher's GSM8K files, or nil on a machine without them.
  package static let gsm8k = SharedReference.file("data/gsm8k")
  /// Index lists of published splits, or nil on a machine without them.
  package static let splits = SharedReference.file("data/splits")
}

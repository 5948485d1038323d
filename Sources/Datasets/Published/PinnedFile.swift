// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import CanonicalJSON

/// One file of a data set whose exact bytes are known.
package struct PinnedFile: Sendable, Hashable {
  /// The file's name within the folder of its set.
  package let name: String

  /// The SHA-256 of its bytes.
  package let digest: ContentDigest

  /// Its length in bytes.
  package let byteCount: Int

  /// How many items it holds.
  package let exampleCount: Int

  /// Creates a pin.
  ///
  /// - Parameters:
  ///   - name: The file's name within the folder of its set.
  ///   - digest: The SHA-256 of its bytes.
  ///   - byteCount: Its length in bytes.
  ///   - exampleCount: How many items it holds.
  package init(name: String, digest: ContentDigest, byteCount: Int, exampleCount: Int) {
    self.name = name
    self.digest = digest
    self.byteCount = byteCount
    self.exampleCount = exampleCount
  }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import CanonicalJSON
import GRDB

/// Parameter values, stored once however many trials and steps have them.
package struct StateRecord: Sendable, Hashable, Identifiable {
  /// The digest of the values.
  package let digest: ContentDigest
  /// The values by parameter name, as JSON text.
  package let values: String

  /// The digest, which identifies a state.
  package var id: ContentDigest { digest }

  /// Creates a state from a digest and the JSON text of its values.
  package init(digest: ContentDigest, values: String) {
    self.digest = digest
    self.values = values
  }
}

extension StateRecord: Codable, FetchableRecord, PersistableRecord {
  /// The table of states.
  static let databaseTableName = "state"
}

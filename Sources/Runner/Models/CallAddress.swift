// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import TrialRecords

/// The place of a model call among all calls of a store, and what it asks.
struct CallAddress: Sendable, Hashable {
  let trialID: TrialRecord.ID
  /// The trial in words, for messages.
  let trial: String
  let role: ModelCallRecord.Role
  let place: ModelCallPlace
  /// The digest of the request, which takes a while to compute.
  let requestDigest: ContentDigest
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import TrialRecords

/// The place of a model call among all calls of a store.
struct CallAddress: Sendable, Hashable {
  let trialID: TrialRecord.ID
  /// The trial in words, for messages.
  let trial: String
  let role: ModelCallRecord.Role
  let place: ModelCallPlace
}

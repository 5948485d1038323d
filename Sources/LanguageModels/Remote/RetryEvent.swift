// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Tells that a call failed and will be sent again, so that a wait does not look like a hang.
package struct RetryEvent: Sendable, Hashable {
  /// The model that was asked.
  package let identity: ModelIdentity
  /// The failure of the attempt.
  package let error: LanguageModelError
  /// How often the request was sent so far.
  package let attempt: Int
  /// How long the wait until the next attempt is.
  package let delay: Duration
}

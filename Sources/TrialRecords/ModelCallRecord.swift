// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

package import CanonicalJSON
import GRDB

/// One call of a language model, answered by the model or from the store.
package struct ModelCallRecord: Sendable, Hashable, Identifiable {
  /// On whose behalf the model was asked.
  package enum Role: String, Sendable, Hashable, Codable, CaseIterable {
    /// The workflow that is being optimized.
    case task
    /// The optimizer.
    case optimizer
  }

  /// Who answered.
  package enum Source: String, Sendable, Hashable, Codable, CaseIterable {
    /// The model.
    case live
    /// An answer that an earlier call had stored.
    case cache
  }

  /// How many calls one evaluation or step can have: a call's ``sequence`` is the number of its
  /// owner times this, plus its place among the owner's calls.
  package static let placesPerOwner = 1 << 20

  /// The number the store gave it; nil before it is stored.
  package var id: Int64?
  /// The trial it belongs to.
  package var trialID: TrialRecord.ID
  /// On whose behalf the model was asked.
  package var role: Role
  /// Its place among the trial's calls of its role, from 0; nil for a paid answer that an
  /// interrupted trial left behind and that was not asked for again.
  package var sequence: Int?
  /// The digest of the request.
  package var requestDigest: ContentDigest
  /// Which of several answers to the same request, from 0.
  package var sampleIndex: Int
  /// The model, as provider and name.
  package var model: String
  /// The request as JSON text.
  package var request: String
  /// The answer's text; nil when there is none.
  package var answer: String?
  /// Why the answer ended, such as `stop` or `length`.
  package var finishReason: String?
  /// Tokens of the request, as the server counted them.
  package var promptTokens: Int?
  /// Tokens of the answer, as the server counted them.
  package var completionTokens: Int?
  /// How many of the request's tokens came from the provider's cache; nil when it does not tell.
  package var cachedPromptTokens: Int?
  /// Whether the server told no counts, so that they were guessed from the lengths of the texts;
  /// nil in rows of an older schema.
  package var isUsageEstimated: Bool?
  /// Seconds from request to answer, of the call that the model answered.
  package var latencySeconds: Double?
  /// How often the request was sent, 0 when the answer came from the store.
  package var attempts: Int
  /// Who answered.
  package var source: Source
  /// Why there is no answer.
  package var error: String?

  /// Creates a call without an answer, to be completed by setting properties.
  package init(
    trialID: TrialRecord.ID, role: Role, sequence: Int, requestDigest: ContentDigest,
    sampleIndex: Int = 0, model: String, request: String, source: Source
  ) {
    self.trialID = trialID
    self.role = role
    self.sequence = sequence
    self.requestDigest = requestDigest
    self.sampleIndex = sampleIndex
    self.model = model
    self.request = request
    self.source = source
    attempts = source == .live ? 1 : 0
  }
}

extension ModelCallRecord: Codable, FetchableRecord, MutablePersistableRecord {
  /// The table of model calls.
  static let databaseTableName = "modelCall"

  /// Takes over the number that the store gave.
  mutating func didInsert(_ inserted: InsertionSuccess) { id = inserted.rowID }
}

// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON

/// A model that answers from a record of earlier calls and never reaches the recorded model itself.
public struct ReplayingLanguageModel: LanguageModel {
  /// Finds the recorded answer of a model to a request, or gives nil when there is none.
  public typealias Lookup =
    @Sendable (ModelIdentity, ModelRequest) async throws -> ModelAnswer?

  /// The recorded model's identity, so that a replayed trial is the same trial.
  public let identity: ModelIdentity
  private let lookup: Lookup

  /// Creates a replay of one model's calls.
  public init(of identity: ModelIdentity, lookup: @escaping Lookup) {
    self.identity = identity
    self.lookup = lookup
  }

  /// Gives the recorded answer, with the recorded cost and latency.
  ///
  /// - Throws: ``LanguageModelError`` with `missingReplay` when the record has no such call, with
  ///   `malformed` when the record cannot be read.
  public func answer(_ request: ModelRequest) async throws(LanguageModelError) -> ModelAnswer {
    let digest = request.digest
    let recorded: ModelAnswer?
    do {
      recorded = try await lookup(identity, request)
    } catch is CancellationError {
      throw LanguageModelError(.cancelled, "the replay was cancelled", callDigest: digest)
    } catch let error as LanguageModelError {
      throw error
    } catch {
      throw LanguageModelError(
        .malformed,
        "the recorded call cannot be read: \(error)",
        callDigest: digest
      )
    }
    guard let recorded else {
      throw LanguageModelError(
        .missingReplay,
        "the record has no answer of \(identity) to request \(digest.shortHex), sample "
          + "\(request.sampleIndex)",
        callDigest: digest
      )
    }
    return recorded
  }
}

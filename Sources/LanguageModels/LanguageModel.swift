// optobench: a harness that measures generative optimizers
// SPDX-License-Identifier: Apache-2.0

/// Something that answers chat requests: a local engine, a remote service, a script or a replay.
///
/// Conformers may be asked many things at once. They answer the same request with the same text as
/// far as their provider allows, and they throw rather than answer with an empty text when a call
/// failed.
public protocol LanguageModel: Sendable {
  /// Which model of which provider this is; equal identities mean comparable answers.
  var identity: ModelIdentity { get }

  /// Asks the model once and waits for the complete answer.
  ///
  /// An answer that was cut at the token limit or that is empty is a normal result; its finish
  /// reason and text tell.
  ///
  /// - Throws: ``LanguageModelError`` when there is no answer, its code saying why.
  func answer(_ request: ModelRequest) async throws(LanguageModelError) -> ModelAnswer
}
